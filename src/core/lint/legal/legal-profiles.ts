/** The part of the program that contains the legal profiles. */
export { profileNamed, profiles } from "./profiles";
