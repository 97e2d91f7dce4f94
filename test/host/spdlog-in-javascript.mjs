// Replaces the native module `@vscode/spdlog`, which would have to be compiled. VS Code writes output channels with it:
// without it, they remain empty. It ignores levels, because VS Code filters by level before it calls.
import { appendFileSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";

export class Logger {
  /** @param {string} _type @param {string} _name @param {string} file */
  constructor(_type, _name, file) {
    this.file = file;
    this.level = 0;
    this.raw = false;
    mkdirSync(dirname(file), { recursive: true });
  }

  /** @param {string} level @param {string} message */
  write(level, message) {
    const stamp = new Date().toISOString().replace("T", " ").replace("Z", "");
    appendFileSync(this.file, this.raw ? message : `${stamp} [${level}] ${message}\n`);
  }

  /** @param {string} message */
  trace(message) {
    this.write("trace", message);
  }
  /** @param {string} message */
  debug(message) {
    this.write("debug", message);
  }
  /** @param {string} message */
  info(message) {
    this.write("info", message);
  }
  /** @param {string} message */
  warn(message) {
    this.write("warning", message);
  }
  /** @param {string} message */
  error(message) {
    this.write("error", message);
  }
  /** @param {string} message */
  critical(message) {
    this.write("critical", message);
  }

  getLevel() {
    return this.level;
  }
  /** @param {number} level */
  setLevel(level) {
    this.level = level;
  }
  setPattern() {
    this.raw = false;
  }
  clearFormatters() {
    this.raw = true;
  }
  flush() {}
  drop() {}
}

/** @param {string} name @param {string} file */
function createLogger(name, file) {
  return Promise.resolve(new Logger("rotating", name, file));
}

export { createLogger as createRotatingLogger, createLogger as createAsyncRotatingLogger };
export const version = 0;
export function setLevel() {}
export function setFlushOn() {}
