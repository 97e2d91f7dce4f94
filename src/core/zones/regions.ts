/** States, provinces and other parts of a country that people use instead of a city. A line is `name: zone, zone`. */
export const regions = `
Alabama: America/Chicago
Alaska: America/Anchorage, America/Adak
Arizona: America/Phoenix, America/Denver
Arkansas: America/Chicago
California: America/Los_Angeles
Colorado: America/Denver
Connecticut: America/New_York
Delaware: America/New_York
District of Columbia: America/New_York
Florida: America/New_York, America/Chicago
Georgia: America/New_York, Asia/Tbilisi
Hawaii: Pacific/Honolulu
Idaho: America/Boise, America/Los_Angeles
Illinois: America/Chicago
Indiana: America/Indiana/Indianapolis, America/Chicago
Iowa: America/Chicago
Kansas: America/Chicago, America/Denver
Kentucky: America/New_York, America/Chicago
Louisiana: America/Chicago
Maine: America/New_York
Maryland: America/New_York
Massachusetts: America/New_York
Michigan: America/Detroit, America/Menominee
Minnesota: America/Chicago
Mississippi: America/Chicago
Missouri: America/Chicago
Montana: America/Denver
Nebraska: America/Chicago, America/Denver
Nevada: America/Los_Angeles, America/Denver
New Hampshire: America/New_York
New Jersey: America/New_York
New Mexico: America/Denver
New York State: America/New_York
North Carolina: America/New_York
North Dakota: America/Chicago, America/Denver
Ohio: America/New_York
Oklahoma: America/Chicago
Oregon: America/Los_Angeles, America/Boise
Pennsylvania: America/New_York
Rhode Island: America/New_York
South Carolina: America/New_York
South Dakota: America/Chicago, America/Denver
Tennessee: America/Chicago, America/New_York
Texas: America/Chicago, America/Denver
Utah: America/Denver
Vermont: America/New_York
Virginia: America/New_York
Washington: America/Los_Angeles
Washington State: America/Los_Angeles
West Virginia: America/New_York
Wisconsin: America/Chicago
Wyoming: America/Denver
Alberta: America/Edmonton
British Columbia: America/Vancouver, America/Edmonton
Manitoba: America/Winnipeg
New Brunswick: America/Moncton
Newfoundland: America/St_Johns
Labrador: America/Goose_Bay
Nova Scotia: America/Halifax
Ontario: America/Toronto, America/Winnipeg
Prince Edward Island: America/Halifax
Quebec: America/Toronto
Saskatchewan: America/Regina
Yukon: America/Whitehorse
Australian Capital Territory: Australia/Sydney
New South Wales: Australia/Sydney, Australia/Broken_Hill
Northern Territory: Australia/Darwin
Queensland: Australia/Brisbane
South Australia: Australia/Adelaide
Tasmania: Australia/Hobart
Victoria: Australia/Melbourne
Western Australia: Australia/Perth
Andhra Pradesh: Asia/Kolkata
Assam: Asia/Kolkata
Bihar: Asia/Kolkata
Gujarat: Asia/Kolkata
Haryana: Asia/Kolkata
Karnataka: Asia/Kolkata
Kerala: Asia/Kolkata
Madhya Pradesh: Asia/Kolkata
Maharashtra: Asia/Kolkata
Odisha: Asia/Kolkata
Punjab: Asia/Kolkata, Asia/Karachi
Rajasthan: Asia/Kolkata
Tamil Nadu: Asia/Kolkata
Telangana: Asia/Kolkata
Uttar Pradesh: Asia/Kolkata
West Bengal: Asia/Kolkata
Minas Gerais: America/Sao_Paulo
Parana: America/Sao_Paulo
Santa Catarina: America/Sao_Paulo
Rio Grande do Sul: America/Sao_Paulo
Amazonas: America/Manaus
Pernambuco: America/Recife
Jalisco: America/Mexico_City
Nuevo Leon: America/Monterrey
Baja California: America/Tijuana
Sonora: America/Hermosillo
Quintana Roo: America/Cancun
England: Europe/London
Scotland: Europe/London
Wales: Europe/London
Northern Ireland: Europe/London
Great Britain: Europe/London
Britain: Europe/London
Bavaria: Europe/Berlin
Catalonia: Europe/Madrid
Crimea: Europe/Simferopol
Siberia: Asia/Novosibirsk, Asia/Krasnoyarsk, Asia/Irkutsk
Guangdong: Asia/Shanghai
Sichuan: Asia/Shanghai
Xinjiang: Asia/Urumqi
Java: Asia/Jakarta
Sumatra: Asia/Jakarta
`;
