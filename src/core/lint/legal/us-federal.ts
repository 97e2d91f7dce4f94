import type { LegalProfile } from "./profile";
import { daily, stretch } from "./weeks";

export const federal: readonly LegalProfile[] = [
  {
    id: "us-tcpa",
    name: "US federal law (TCPA)",
    citation: "47 CFR 64.1200(c)(1)",
    url: "https://www.ecfr.gov/current/title-47/section-64.1200",
    source: "secondary",
    readIn: "2026-10",
    hours: daily(stretch(8, 21)),
    note: "It covers telephone solicitations to residential subscribers. Prior consent and an existing business relationship change what is allowed. Since McLaughlin v. McKesson (June 2025), courts need not follow the FCC's reading.",
  },
  {
    id: "us-tsr",
    name: "the US Telemarketing Sales Rule",
    citation: "16 CFR 310.4(b)(4)",
    url: "https://www.ecfr.gov/current/title-16/section-310.4",
    source: "secondary",
    readIn: "2026-10",
    ringSeconds: 15,
    note: "Fifteen seconds or four rings are part of its safe harbor for abandoned calls.",
  },
  {
    id: "us-regf",
    name: "US debt-collection law (Regulation F)",
    citation: "12 CFR 1006.6(b)(1) and 1006.14(b)(2)",
    url: "https://www.ecfr.gov/current/title-12/part-1006",
    source: "secondary",
    readIn: "2026-10",
    hours: daily(stretch(8, 21)),
    attempts: [{ max: 7, days: 7 }],
    note: "The limit applies to each debt. A conversation starts a pause of seven days, which a campaign body does not show.",
  },
];
