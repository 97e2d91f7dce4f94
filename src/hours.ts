/** The composition root for the panel of calling hours, loaded when the panel is first shown. */
export { createHoursPanel } from "./editor/hours/panel";
