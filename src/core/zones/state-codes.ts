/** The postal codes of the states of the United States and the provinces of Canada, with their names in `regions`. */
const table = `
AL Alabama
AK Alaska
AZ Arizona
AR Arkansas
CA California
CO Colorado
CT Connecticut
DE Delaware
DC District of Columbia
FL Florida
GA Georgia
HI Hawaii
ID Idaho
IL Illinois
IN Indiana
IA Iowa
KS Kansas
KY Kentucky
LA Louisiana
ME Maine
MD Maryland
MA Massachusetts
MI Michigan
MN Minnesota
MS Mississippi
MO Missouri
MT Montana
NE Nebraska
NV Nevada
NH New Hampshire
NJ New Jersey
NM New Mexico
NY New York State
NC North Carolina
ND North Dakota
OH Ohio
OK Oklahoma
OR Oregon
PA Pennsylvania
RI Rhode Island
SC South Carolina
SD South Dakota
TN Tennessee
TX Texas
UT Utah
VT Vermont
VA Virginia
WA Washington State
WV West Virginia
WI Wisconsin
WY Wyoming
AB Alberta
BC British Columbia
MB Manitoba
NB New Brunswick
NL Newfoundland
NS Nova Scotia
ON Ontario
PE Prince Edward Island
QC Quebec
SK Saskatchewan
YT Yukon
`;

let names: ReadonlyMap<string, string> | undefined;

/** The name of a state or province by its postal code in capitals; undefined for other text. */
export function stateOf(code: string): string | undefined {
  names ??= new Map(
    table
      .trim()
      .split("\n")
      .map((line) => [line.slice(0, 2), line.slice(3)]),
  );
  return names.get(code);
}
