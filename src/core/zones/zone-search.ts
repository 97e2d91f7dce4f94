/** What finds zones by what people call them. It needs the names of thousands of places, so it is bundled separately. */
export { zoneFinder } from "./find";
export { suggestZone, suggestZones } from "./suggest";
