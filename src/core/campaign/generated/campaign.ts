// Generated from schemas/campaign.schema.json by scripts/generate.ts. Do not edit.

/**
 * Which campaign goes first when several run: a text from "1" (lowest) to "5" (highest).
 */
export type Priority = "1" | "2" | "3" | "4" | "5";
/**
 * How calls are made and who takes them: Preview, Progressive or Agentless.
 */
export type DialingMode = "Preview" | "Progressive" | "Agentless";
/**
 * How the calling windows repeat: WEEKLY, DAILY or CUSTOM.
 */
export type CallingFrequency = "WEEKLY" | "DAILY" | "CUSTOM";
/**
 * Day of the week in two capital letters. Every window names its day when the frequency is WEEKLY.
 */
export type DayCode = "MO" | "TU" | "WE" | "TH" | "FR" | "SA" | "SU";
/**
 * Which contacts are called first: FIFO or LIFO.
 */
export type DialingOrder = "FIFO" | "LIFO";
/**
 * The channel. A voice campaign has voice here and in the URL of the request.
 */
export type CampaignType = "voice" | "sms";

/**
 * An outbound voice campaign for Kore.ai: the request body of the create call, version 2.
 */
export interface Campaign {
  /**
   * Address of a JSON schema for the editor. It replaces the built-in help and is never sent.
   */
  $schema?: string;
  /**
   * What the campaign is called in the account. At most 48 characters.
   */
  name: string;
  /**
   * What the campaign is for, in a sentence or two. At most 256 characters.
   */
  description: string;
  /**
   * Names of the contact lists to dial. They must already exist; at least one.
   *
   * @minItems 1
   *
   * Items: Name of a contact list, exactly as it is spelled in the account.
   */
  contactLists: string[];
  dncLists: DoNotCallList;
  priority: Priority;
  dialingMode: DialingMode;
  dialingStrategy: DialingStrategy;
  schedule?: Schedule;
  /**
   * Name of the agent queue that answered calls go to. Required in Preview and Progressive.
   */
  queue_name?: string;
  /**
   * How often agents may skip a contact before the record is flagged. Required in Preview.
   */
  maxSkips?: number;
  /**
   * Name of the flow that talks to the person who answers. Required in Agentless.
   */
  experienceFlowName?: string;
  /**
   * What to do about answering machines: no, detect or disconnect. Required in Agentless.
   */
  enableMachineDetect?: unknown;
  campaignType: CampaignType;
}
/**
 * The list of people this campaign must not call. One list, as an object with its name.
 */
export interface DoNotCallList {
  /**
   * Name of the do-not-call list, exactly as it is spelled in the account.
   */
  name: string;
}
/**
 * From which number, at what hours and how often people are called.
 */
export interface DialingStrategy {
  callerId: CallerId;
  callingHours: CallingHours;
  dialingOrder: DialingOrder;
  /**
   * The maximum number of calls to one contact. 1 to 100.
   */
  maxAttemptsPerRecord: number;
  /**
   * Minutes to wait before a contact is called again. 1 to 1440.
   */
  defaultRetryPeriod: number;
  /**
   * Seconds a phone rings before the call ends. 5 to 120.
   */
  maxRingTime: number;
}
/**
 * The number that the call appears to come from.
 */
export interface CallerId {
  /**
   * The number people see when their phone rings. It must be verified with the platform.
   */
  phoneNumber: string;
}
/**
 * The windows in which people may be called, and their time zone.
 */
export interface CallingHours {
  frequency: CallingFrequency;
  /**
   * Time zone of the calling windows, as a name in the tz database, such as Asia/Kolkata.
   */
  timezone: string;
  /**
   * The calling windows. A day may have several; a day without one is not called.
   */
  days: CallingWindow[];
}
/**
 * A stretch of one day in which people may be called.
 */
export interface CallingWindow {
  day?: DayCode;
  /**
   * When calling may begin, such as "9:00 AM": twelve-hour clock, a space, AM or PM.
   */
  start: string;
  /**
   * When calling must stop, such as "6:00 PM": later on the same day than the start.
   */
  end: string;
}
/**
 * Whether the campaign waits for a schedule. Optional; the documentation shows it only switched off.
 */
export interface Schedule {
  /**
   * Whether scheduling is switched on.
   */
  isSchedulingEnabled?: boolean;
}
