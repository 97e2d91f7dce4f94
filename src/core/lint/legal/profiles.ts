import type { DayCode, Stretch } from "../../hours/week";
import type { LegalProfile } from "./profile";

const hour = 60;

function stretch(from: number, to: number): Stretch {
  return { start: from * hour, end: to * hour };
}

function week(of: (day: DayCode) => readonly Stretch[]): Readonly<Record<DayCode, readonly Stretch[]>> {
  return { MO: of("MO"), TU: of("TU"), WE: of("WE"), TH: of("TH"), FR: of("FR"), SA: of("SA"), SU: of("SU") };
}

function daily(...stretches: readonly Stretch[]): Readonly<Record<DayCode, readonly Stretch[]>> {
  return week(() => stretches);
}

function byDay(
  weekday: readonly Stretch[],
  saturday: readonly Stretch[],
  sunday: readonly Stretch[],
): Readonly<Record<DayCode, readonly Stretch[]>> {
  return week((day) => (day === "SA" ? saturday : day === "SU" ? sunday : weekday));
}

/** All profiles. Each is an interpretation of its source for a linter; none is legal advice. */
export const profiles: readonly LegalProfile[] = [
  {
    id: "us-tcpa",
    name: "US federal law (TCPA)",
    citation: "47 CFR 64.1200(c)(1)",
    url: "https://www.ecfr.gov/current/title-47/section-64.1200",
    hours: daily(stretch(8, 21)),
    note: "It covers telephone solicitations to residential subscribers. Prior consent and an existing business relationship change what is allowed.",
  },
  {
    id: "us-tsr",
    name: "the US Telemarketing Sales Rule",
    citation: "16 CFR 310.4(b)(4)",
    url: "https://www.ecfr.gov/current/title-16/section-310.4",
    ringSeconds: 15,
    note: "Fifteen seconds or four rings are part of its safe harbor for abandoned calls.",
  },
  {
    id: "us-florida",
    name: "Florida law",
    citation: "Fla. Stat. 501.616(6)",
    url: "https://www.flsenate.gov/Session/Bill/2021/1120",
    hours: daily(stretch(8, 20)),
    attempts: { max: 3, days: 1 },
    note: "The limit applies to calls on one subject within 24 hours.",
  },
  {
    id: "us-regf",
    name: "US debt-collection law (Regulation F)",
    citation: "12 CFR 1006.14(b)(2)",
    url: "https://www.ecfr.gov/current/title-12/section-1006.14",
    attempts: { max: 7, days: 7 },
    note: "The limit applies to each debt. A conversation starts a pause of seven days, which a campaign body does not show.",
  },
  {
    id: "ca-crtc",
    name: "Canada's telemarketing rules (CRTC)",
    citation: "CRTC Unsolicited Telecommunications Rules, Part III",
    url: "https://crtc.gc.ca/eng/phone/telemarketing/tobligations/rules-regles.htm",
    hours: byDay([stretch(9, 21.5)], [stretch(10, 18)], [stretch(10, 18)]),
  },
  {
    id: "au-standard",
    name: "Australia's telemarketing standard",
    citation: "Telecommunications (Telemarketing and Research Calls) Industry Standard 2017",
    url: "https://www.donotcall.gov.au/",
    hours: byDay([stretch(9, 20)], [stretch(9, 17)], []),
    note: "Calls on national public holidays are not allowed either, which a calling week does not show.",
  },
  {
    id: "fr-consumer-code",
    name: "France's consumer code",
    citation: "Code de la consommation, D. 223-9 (décret 2022-1313)",
    url: "https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000046421823",
    hours: byDay([stretch(10, 13), stretch(14, 20)], [], []),
    attempts: { max: 4, days: 30 },
    note: "Calls on public holidays are not allowed either. Consent rules changed in 2026: check which apply to you.",
  },
  {
    id: "in-trai",
    name: "India's rules on commercial calls (TRAI)",
    citation: "TCCCPR 2010; see also TCCCPR 2018",
    hours: daily(stretch(9, 21)),
    note: "Under the 2018 regulations each subscriber chooses the hours. Check these preferences.",
  },
  {
    id: "uk-dma",
    name: "the UK's DMA guidance",
    citation: "DMA guidance on telemarketing hours",
    hours: byDay([stretch(8, 21)], [stretch(9, 21)], []),
    note: "This is good practice; UK law sets no hours. Calls on public holidays are not recommended either.",
  },
];

export function profileNamed(id: string): LegalProfile | undefined {
  return profiles.find((profile) => profile.id === id);
}
