/** The composition root for language features, loaded at the first completion, hover, outline or similar request. */
export { campaignLanguage } from "./editor/language/json-service";
