/** Everyday names of time zones, in addition to the names in Windows. A line is `name: zone, zone`. */
export const everydayNames = `
Eastern: America/New_York
Eastern Time: America/New_York
Eastern Time (US & Canada): America/New_York
Eastern Daylight Time: America/New_York
Central: America/Chicago
Central Time: America/Chicago
Central Time (US & Canada): America/Chicago
Central Daylight Time: America/Chicago
Mountain: America/Denver
Mountain Time: America/Denver
Mountain Time (US & Canada): America/Denver
Mountain Daylight Time: America/Denver
Arizona Time: America/Phoenix
Pacific: America/Los_Angeles
Pacific Time: America/Los_Angeles
Pacific Time (US & Canada): America/Los_Angeles
Pacific Daylight Time: America/Los_Angeles
Alaska Time: America/Anchorage
Alaska Standard Time: America/Anchorage
Alaska Daylight Time: America/Anchorage
Hawaii Time: Pacific/Honolulu
Hawaii Standard Time: Pacific/Honolulu
Hawaii-Aleutian Standard Time: Pacific/Honolulu
Atlantic Time: America/Halifax
Atlantic Time (Canada): America/Halifax
Newfoundland Time: America/St_Johns
Brasilia Time: America/Sao_Paulo
Brazil Time: America/Sao_Paulo
Argentina Time: America/Argentina/Buenos_Aires
Colombia Time: America/Bogota
UK Time: Europe/London
London Time: Europe/London
British Time: Europe/London
British Summer Time: Europe/London
Irish Standard Time: Europe/Dublin
Irish Time: Europe/Dublin
Central European Time: Europe/Berlin, Europe/Paris
Central European Summer Time: Europe/Berlin, Europe/Paris
Eastern European Time: Europe/Athens, Europe/Bucharest
Eastern European Summer Time: Europe/Athens, Europe/Bucharest
Western European Time: Europe/Lisbon
Western European Summer Time: Europe/Lisbon
Moscow Time: Europe/Moscow
Moscow Standard Time: Europe/Moscow
Turkey Time: Europe/Istanbul
Israel Time: Asia/Jerusalem
Gulf Standard Time: Asia/Dubai
Gulf Time: Asia/Dubai
Pakistan Time: Asia/Karachi
India Time: Asia/Kolkata
Indian Time: Asia/Kolkata
Indian Standard Time: Asia/Kolkata
Nepal Time: Asia/Kathmandu
Bangladesh Time: Asia/Dhaka
Indochina Time: Asia/Bangkok
Western Indonesia Time: Asia/Jakarta
China Time: Asia/Shanghai
Beijing Time: Asia/Shanghai
Hong Kong Time: Asia/Hong_Kong
Singapore Time: Asia/Singapore
Philippine Time: Asia/Manila
Philippine Standard Time: Asia/Manila
Japan Time: Asia/Tokyo
Japan Standard Time: Asia/Tokyo
Korea Time: Asia/Seoul
Korean Time: Asia/Seoul
Korean Standard Time: Asia/Seoul
Australian Eastern Time: Australia/Sydney, Australia/Brisbane
Australian Eastern Standard Time: Australia/Sydney, Australia/Brisbane
Australian Eastern Daylight Time: Australia/Sydney
Australian Central Standard Time: Australia/Adelaide, Australia/Darwin
Australian Western Standard Time: Australia/Perth
New Zealand Time: Pacific/Auckland
New Zealand Daylight Time: Pacific/Auckland
East Africa Time: Africa/Nairobi
Central Africa Time: Africa/Harare
West Africa Time: Africa/Lagos
South Africa Time: Africa/Johannesburg
ET: America/New_York
CT: America/Chicago
MT: America/Denver
PT: America/Los_Angeles
CLT: America/Santiago
COT: America/Bogota
PET: America/Lima
TRT: Europe/Istanbul
NPT: Asia/Kathmandu
BDT: Asia/Dhaka
ICT: Asia/Bangkok
WITA: Asia/Makassar
`;
