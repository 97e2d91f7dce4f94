/** Zones with a certain UTC offset, the likeliest first. */
export interface ClockPlaces {
  /** All year. */
  readonly always: readonly string[];
  /** In standard time only. */
  readonly standard: readonly string[];
}

/** A line is `minutes ahead of UTC | zones with this offset all year | zones with it in standard time`. */
const table = `
-660 | Pacific/Pago_Pago, Pacific/Niue |
-600 | Pacific/Honolulu, Pacific/Tahiti, Pacific/Rarotonga | America/Adak
-570 | Pacific/Marquesas |
-540 | Pacific/Gambier | America/Anchorage
-480 | Pacific/Pitcairn | America/Los_Angeles, America/Tijuana
-420 | America/Phoenix, America/Hermosillo | America/Denver, America/Boise
-360 | America/Mexico_City, America/Costa_Rica, America/Guatemala, America/El_Salvador, America/Regina | America/Chicago
-300 | America/Bogota, America/Lima, America/Panama, America/Jamaica | America/New_York, America/Toronto
-240 | America/Puerto_Rico, America/Santo_Domingo, America/Caracas, America/La_Paz, America/Manaus | America/Halifax, America/Santiago
-210 | | America/St_Johns
-180 | America/Sao_Paulo, America/Argentina/Buenos_Aires, America/Montevideo |
-120 | America/Noronha, Atlantic/South_Georgia | America/Nuuk
-60 | Atlantic/Cape_Verde | Atlantic/Azores
0 | UTC, Africa/Accra, Africa/Abidjan, Atlantic/Reykjavik | Europe/London, Europe/Lisbon, Europe/Dublin
60 | Africa/Lagos, Africa/Algiers, Africa/Tunis | Europe/Berlin, Europe/Paris, Europe/Madrid, Europe/Rome
120 | Africa/Johannesburg, Africa/Harare, Africa/Tripoli | Europe/Athens, Europe/Kyiv, Africa/Cairo, Asia/Jerusalem
180 | Europe/Moscow, Europe/Istanbul, Asia/Riyadh, Africa/Nairobi, Asia/Baghdad |
210 | Asia/Tehran |
240 | Asia/Dubai, Asia/Baku, Asia/Tbilisi, Asia/Yerevan, Indian/Mauritius |
270 | Asia/Kabul |
300 | Asia/Karachi, Asia/Tashkent, Asia/Yekaterinburg, Indian/Maldives |
330 | Asia/Kolkata, Asia/Colombo |
345 | Asia/Kathmandu |
360 | Asia/Dhaka, Asia/Thimphu, Asia/Omsk |
390 | Asia/Yangon |
420 | Asia/Bangkok, Asia/Ho_Chi_Minh, Asia/Jakarta, Asia/Novosibirsk |
480 | Asia/Shanghai, Asia/Singapore, Asia/Manila, Asia/Hong_Kong, Asia/Taipei, Australia/Perth |
525 | Australia/Eucla |
540 | Asia/Tokyo, Asia/Seoul |
570 | Australia/Darwin | Australia/Adelaide
600 | Australia/Brisbane, Pacific/Port_Moresby, Pacific/Guam, Asia/Vladivostok | Australia/Sydney, Australia/Melbourne
630 | | Australia/Lord_Howe
660 | Pacific/Noumea, Pacific/Guadalcanal, Asia/Magadan | Pacific/Norfolk
720 | Pacific/Fiji, Pacific/Majuro, Asia/Kamchatka | Pacific/Auckland
765 | | Pacific/Chatham
780 | Pacific/Tongatapu, Pacific/Apia |
840 | Pacific/Kiritimati |
`;

let known: ReadonlyMap<number, ClockPlaces> | undefined;

/** By the minutes ahead of UTC; negative numbers are behind. */
export function clocks(): ReadonlyMap<number, ClockPlaces> {
  known ??= new Map(
    table
      .trim()
      .split("\n")
      .map((line) => {
        const [minutes = "", always = "", standard = ""] = line.split("|");
        return [Number(minutes), { always: listed(always), standard: listed(standard) }];
      }),
  );
  return known;
}

/** Zones with this offset; those that have it all year come first. */
export function zonesWithClock(minutes: number): readonly string[] {
  const places = clocks().get(minutes);
  return places === undefined ? [] : [...places.always, ...places.standard];
}

function listed(text: string): string[] {
  return text
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}
