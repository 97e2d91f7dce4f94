export { nameKey } from "../text/name-key";
