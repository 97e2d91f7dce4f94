// Generated from the packages tzdata, countries-and-timezones, @vvo/tzdb and windows-iana by scripts/generate.ts. Do not edit.

/** A line each: the zone's name in Windows|its name in the tz database. */
export const windowsTable = `
AUS Central Standard Time|Australia/Darwin
AUS Eastern Standard Time|Australia/Sydney
Afghanistan Standard Time|Asia/Kabul
Alaskan Standard Time|America/Anchorage
Aleutian Standard Time|America/Adak
Altai Standard Time|Asia/Barnaul
Arab Standard Time|Asia/Riyadh
Arabian Standard Time|Asia/Dubai
Arabic Standard Time|Asia/Baghdad
Argentina Standard Time|America/Argentina/Buenos_Aires
Astrakhan Standard Time|Europe/Astrakhan
Atlantic Standard Time|America/Halifax
Aus Central W. Standard Time|Australia/Eucla
Azerbaijan Standard Time|Asia/Baku
Azores Standard Time|Atlantic/Azores
Bahia Standard Time|America/Bahia
Bangladesh Standard Time|Asia/Dhaka
Belarus Standard Time|Europe/Minsk
Bougainville Standard Time|Pacific/Bougainville
Canada Central Standard Time|America/Regina
Cape Verde Standard Time|Atlantic/Cape_Verde
Caucasus Standard Time|Asia/Yerevan
Cen. Australia Standard Time|Australia/Adelaide
Central America Standard Time|America/Guatemala
Central Asia Standard Time|Asia/Almaty
Central Brazilian Standard Time|America/Cuiaba
Central Europe Standard Time|Europe/Budapest
Central European Standard Time|Europe/Warsaw
Central Pacific Standard Time|Pacific/Guadalcanal
Central Standard Time (Mexico)|America/Mexico_City
Central Standard Time|America/Chicago
Chatham Islands Standard Time|Pacific/Chatham
China Standard Time|Asia/Shanghai
Cuba Standard Time|America/Havana
Dateline Standard Time|Etc/GMT+12
E. Africa Standard Time|Africa/Nairobi
E. Australia Standard Time|Australia/Brisbane
E. Europe Standard Time|Europe/Chisinau
E. South America Standard Time|America/Sao_Paulo
Easter Island Standard Time|Pacific/Easter
Eastern Standard Time (Mexico)|America/Cancun
Eastern Standard Time|America/New_York
Egypt Standard Time|Africa/Cairo
Ekaterinburg Standard Time|Asia/Yekaterinburg
FLE Standard Time|Europe/Kyiv
Fiji Standard Time|Pacific/Fiji
GMT Standard Time|Europe/London
GTB Standard Time|Europe/Bucharest
Georgian Standard Time|Asia/Tbilisi
Greenland Standard Time|America/Nuuk
Greenwich Standard Time|Atlantic/Reykjavik
Haiti Standard Time|America/Port-au-Prince
Hawaiian Standard Time|Pacific/Honolulu
India Standard Time|Asia/Kolkata
Iran Standard Time|Asia/Tehran
Israel Standard Time|Asia/Jerusalem
Jordan Standard Time|Asia/Amman
Kaliningrad Standard Time|Europe/Kaliningrad
Korea Standard Time|Asia/Seoul
Libya Standard Time|Africa/Tripoli
Line Islands Standard Time|Pacific/Kiritimati
Lord Howe Standard Time|Australia/Lord_Howe
Magadan Standard Time|Asia/Magadan
Magallanes Standard Time|America/Punta_Arenas
Marquesas Standard Time|Pacific/Marquesas
Mauritius Standard Time|Indian/Mauritius
Middle East Standard Time|Asia/Beirut
Montevideo Standard Time|America/Montevideo
Morocco Standard Time|Africa/Casablanca
Mountain Standard Time (Mexico)|America/Chihuahua
Mountain Standard Time|America/Denver
Myanmar Standard Time|Asia/Yangon
N. Central Asia Standard Time|Asia/Novosibirsk
Namibia Standard Time|Africa/Windhoek
Nepal Standard Time|Asia/Kathmandu
New Zealand Standard Time|Pacific/Auckland
Newfoundland Standard Time|America/St_Johns
Norfolk Standard Time|Pacific/Norfolk
North Asia East Standard Time|Asia/Irkutsk
North Asia Standard Time|Asia/Krasnoyarsk
North Korea Standard Time|Asia/Pyongyang
Omsk Standard Time|Asia/Omsk
Pacific SA Standard Time|America/Santiago
Pacific Standard Time (Mexico)|America/Tijuana
Pacific Standard Time|America/Los_Angeles
Pakistan Standard Time|Asia/Karachi
Paraguay Standard Time|America/Asuncion
Qyzylorda Standard Time|Asia/Qyzylorda
Romance Standard Time|Europe/Paris
Russia Time Zone 10|Asia/Srednekolymsk
Russia Time Zone 11|Asia/Kamchatka
Russia Time Zone 3|Europe/Samara
Russian Standard Time|Europe/Moscow
SA Eastern Standard Time|America/Cayenne
SA Pacific Standard Time|America/Bogota
SA Western Standard Time|America/La_Paz
SE Asia Standard Time|Asia/Bangkok
Saint Pierre Standard Time|America/Miquelon
Sakhalin Standard Time|Asia/Sakhalin
Samoa Standard Time|Pacific/Apia
Sao Tome Standard Time|Africa/Sao_Tome
Saratov Standard Time|Europe/Saratov
Singapore Standard Time|Asia/Singapore
South Africa Standard Time|Africa/Johannesburg
South Sudan Standard Time|Africa/Juba
Sri Lanka Standard Time|Asia/Colombo
Sudan Standard Time|Africa/Khartoum
Syria Standard Time|Asia/Damascus
Taipei Standard Time|Asia/Taipei
Tasmania Standard Time|Australia/Hobart
Tocantins Standard Time|America/Araguaina
Tokyo Standard Time|Asia/Tokyo
Tomsk Standard Time|Asia/Tomsk
Tonga Standard Time|Pacific/Tongatapu
Transbaikal Standard Time|Asia/Chita
Turkey Standard Time|Europe/Istanbul
Turks And Caicos Standard Time|America/Grand_Turk
US Eastern Standard Time|America/Indiana/Indianapolis
US Mountain Standard Time|America/Phoenix
UTC+12|Etc/GMT-12
UTC+13|Etc/GMT-13
UTC-02|Etc/GMT+2
UTC-08|Etc/GMT+8
UTC-09|Etc/GMT+9
UTC-11|Etc/GMT+11
UTC|Etc/UTC
Ulaanbaatar Standard Time|Asia/Ulaanbaatar
Venezuela Standard Time|America/Caracas
Vladivostok Standard Time|Asia/Vladivostok
Volgograd Standard Time|Europe/Volgograd
W. Australia Standard Time|Australia/Perth
W. Central Africa Standard Time|Africa/Lagos
W. Europe Standard Time|Europe/Berlin
W. Mongolia Standard Time|Asia/Hovd
West Asia Standard Time|Asia/Tashkent
West Bank Standard Time|Asia/Hebron
West Pacific Standard Time|Pacific/Port_Moresby
Yakutsk Standard Time|Asia/Yakutsk
Yukon Standard Time|America/Whitehorse
`;

/** A line each: a large city that no zone is named for|its zone. A name that several zones have has a line each. */
export const cityTable = `
Aalborg|Europe/Copenhagen
Abobo|Africa/Abidjan
Abomey-Calavi|Africa/Porto-Novo
Abovyan|Asia/Yerevan
Abu Dhabi|Asia/Dubai
Abuja|Africa/Lagos
Abéché|Africa/Ndjamena
Adamstown|Pacific/Pitcairn
Adelaide Hills|Australia/Adelaide
Af’abet|Africa/Asmara
Aktobe|Asia/Almaty
Al Ain City|Asia/Dubai
Al Aḩmadī|Asia/Kuwait
Al Farwānīyah|Asia/Kuwait
Al Muharraq|Asia/Bahrain
Alajuela|America/Costa_Rica
Albuquerque|America/Denver
Aleppo|Asia/Damascus
Alexandria|Africa/Cairo
Ali Sabih|Africa/Djibouti
Alice Springs|Australia/Darwin
Alofi|Pacific/Niue
Altai|Asia/Hovd
Amadora|Europe/Lisbon
Ambon|Asia/Jayapura
Andijon|Asia/Tashkent
Andorra la Vella|Europe/Andorra
Angarsk|Asia/Irkutsk
Ankara|Europe/Istanbul
Annaba|Africa/Algiers
Antofagasta|America/Santiago
Antsirabe|Indian/Antananarivo
Antwerp|Europe/Brussels
Aqsu|Asia/Urumqi
Ar Rayyān|Asia/Qatar
Ar Rifā‘|Asia/Bahrain
Arawa|Pacific/Bougainville
Arequipa|America/Lima
Assomada|Atlantic/Cape_Verde
Astana|Asia/Almaty
Asunción|America/Asuncion
Atakpamé|Africa/Lome
Avarua|Pacific/Rarotonga
Az̧ Z̧a‘āyin|Asia/Qatar
Añisoc|Africa/Malabo
Bafoussam|Africa/Douala
Baie-Mahault|America/Guadeloupe
Balbala|Africa/Djibouti
Balikpapan|Asia/Makassar
Baltiysk|Europe/Kaliningrad
Bamenda|Africa/Douala
Bandar Seri Begawan|Asia/Brunei
Bandariba|America/Curacao
Bandung|Asia/Jakarta
Banja Luka|Europe/Sarajevo
Barcelona|Europe/Madrid
Barquisimeto|America/Caracas
Barranquilla|America/Bogota
Basel|Europe/Zurich
Basrah|Asia/Baghdad
Basseterre|America/St_Kitts
Bata|Africa/Malabo
Battambang|Asia/Phnom_Penh
Batumi|Asia/Tbilisi
Bawshar|Asia/Muscat
Bayamón|America/Puerto_Rico
Beau Bassin-Rose Hill|Indian/Mauritius
Bedok New Town|Asia/Singapore
Beijing|Asia/Shanghai
Beira|Africa/Maputo
Bekasi|Asia/Jakarta
Belize City|America/Belize
Belo Horizonte|America/Sao_Paulo
Belogorsk|Asia/Chita
Bender|Europe/Chisinau
Bengaluru|Asia/Kolkata
Benghazi|Africa/Tripoli
Benjamin Constant|America/Rio_Branco
Berbera|Africa/Mogadishu
Bergen|Europe/Oslo
Bharatpur|Asia/Kathmandu
Bimbo|Africa/Bangui
Birkirkara|Europe/Malta
Birmingham|Europe/London
Bitola|Europe/Skopje
Blagoveshchensk|Asia/Chita
Bobo-Dioulasso|Africa/Ouagadougou
Bogotá|America/Bogota
Borama|Africa/Mogadishu
Bouaké|Africa/Abidjan
Boujdour|Africa/El_Aaiun
Bo|Africa/Freetown
Brades|America/Montserrat
Braga|Europe/Lisbon
Brandon|America/Winnipeg
Bratsk|Asia/Irkutsk
Bridgetown|America/Barbados
Brikama|Africa/Banjul
Brno|Europe/Prague
Brooklyn|America/New_York
Buchanan|Africa/Monrovia
Bulawayo|Africa/Harare
Bunamwaya|Africa/Kampala
Bunbury|Australia/Perth
Burgas|Europe/Sofia
Burnaby|America/Vancouver
Bursa|Europe/Istanbul
Busan|Asia/Seoul
Bégoua|Africa/Bangui
Bălţi|Europe/Chisinau
Calgary|America/Edmonton
Cali|America/Bogota
Callao|America/Lima
Calliaqua|America/St_Vincent
Caloocan|Asia/Manila
Camagüey|America/Havana
Camayenne|Africa/Conakry
Cancún|America/Cancun
Cape Town|Africa/Johannesburg
Capiatá|America/Asuncion
Carnot|Africa/Bangui
Carolina|America/Puerto_Rico
Carrefour|America/Port-au-Prince
Castries|America/St_Lucia
Celje|Europe/Ljubljana
Chaguanas|America/Port_of_Spain
Chandler|America/Phoenix
Charleroi|Europe/Brussels
Charlotte Amalie|America/St_Thomas
Chattogram|Asia/Dhaka
Chelyabinsk|Asia/Yekaterinburg
Chengdu|Asia/Shanghai
Chernyakhovsk|Europe/Kaliningrad
Chetumal|America/Cancun
Chinandega|America/Managua
Chipata|Africa/Lusaka
Chitungwiza|Africa/Harare
Chon Buri|Asia/Bangkok
Christchurch|Pacific/Auckland
Ciudad Acuña|America/Matamoros
Ciudad Juárez|America/Ciudad_Juarez
Ciudad del Este|America/Asuncion
Cluj-Napoca|Europe/Bucharest
Cobán|America/Guatemala
Cochabamba|America/La_Paz
Cockburn Town|America/Grand_Turk
Colorado Springs|America/Denver
Conception Bay South|America/St_Johns
Constantine|Africa/Algiers
Constanţa|Europe/Bucharest
Contumo|Africa/Bissau
Cork|Europe/Dublin
Cotonou|Africa/Porto-Novo
Cozumel|America/Cancun
Cruzeiro do Sul|America/Rio_Branco
Cuenca|America/Guayaquil
Cuiabá|America/Manaus
Culiacán|America/Hermosillo
Curepipe|Indian/Mauritius
Córdoba|America/Argentina/Buenos_Aires
Cần Thơ|Asia/Ho_Chi_Minh
Daegu|Asia/Seoul
Dakhla|Africa/El_Aaiun
Dalap-Uliga-Dorrit|Pacific/Majuro
Dallas|America/Chicago
Danlí|America/Tegucigalpa
Dar Naim|Africa/Nouakchott
Darhan|Asia/Ulaanbaatar
Dartmouth|America/Halifax
Daugavpils|Europe/Riga
Davao|Asia/Manila
David|America/Panama
Daşoguz|Asia/Ashgabat
Debrecen|Europe/Budapest
Dededo Village|Pacific/Guam
Dehiwala-Mount Lavinia|Asia/Colombo
Delhi|Asia/Kolkata
Delmas|America/Port-au-Prince
Denpasar|Asia/Makassar
Dikhil|Africa/Djibouti
Dnipro|Europe/Kyiv
Dodoma|Africa/Dar_es_Salaam
Doha|Asia/Qatar
Dolisie|Africa/Brazzaville
Douglas|Europe/Isle_of_Man
Dudelange|Europe/Luxembourg
Dumbéa|Pacific/Noumea
Durban|Africa/Johannesburg
Durrës|Europe/Tirane
Eagle River|America/Anchorage
East Honolulu|Pacific/Honolulu
Ebebiyin|Africa/Malabo
Ecatepec de Morelos|America/Mexico_City
El Marsa|Africa/El_Aaiun
El Paso|America/Denver
Elbasan|Europe/Tirane
Erbil|Asia/Baghdad
Erdenet|Asia/Ulaanbaatar
Esch-sur-Alzette|Europe/Luxembourg
Espargos|Atlantic/Cape_Verde
Espoo|Europe/Helsinki
Faaa|Pacific/Tahiti
Fairbanks|America/Anchorage
Faisalabad|Asia/Karachi
Fes|Africa/Casablanca
Flying Fish Cove|Indian/Christmas
Fomboni|Indian/Comoro
Fort St. John|America/Whitehorse
Fort-de-France|America/Martinique
Franceville|Africa/Libreville
Francistown|Africa/Gaborone
Freeport|America/Nassau
Gabú|Africa/Bissau
Galway|Europe/Dublin
Ganja|Asia/Baku
Ganta|Africa/Monrovia
Gazipur|Asia/Dhaka
Gbarnga|Africa/Monrovia
Geneva|Europe/Zurich
Gent|Europe/Brussels
George Town|America/Cayman
Georgetown|America/Guyana
Geraldton|Australia/Perth
Gisenyi|Africa/Kigali
Gitega|Africa/Bujumbura
Giza|Africa/Cairo
Glasgow|Europe/London
Gold Coast|Australia/Brisbane
Gonder|Africa/Addis_Ababa
Gothenburg|Europe/Stockholm
Graz|Europe/Vienna
Gros Islet|America/St_Lucia
Grytviken|Atlantic/South_Georgia
Guatemala City|America/Guatemala
Gustavia|America/St_Barthelemy
Guédiawaye|Africa/Dakar
Gyumri|Asia/Yerevan
Hafnarfjörður|Atlantic/Reykjavik
Haifa|Asia/Jerusalem
Haiphong|Asia/Ho_Chi_Minh
Hamburg|Europe/Berlin
Hamhŭng|Asia/Pyongyang
Hamilton|Atlantic/Bermuda
Hanoi|Asia/Ho_Chi_Minh
Hargeysa|Africa/Mogadishu
Herceg Novi|Europe/Podgorica
Heroica Matamoros|America/Matamoros
Herāt|Asia/Kabul
Himora|Africa/Asmara
Hlaingthaya|Asia/Yangon
Ho Chi Minh City|Asia/Ho_Chi_Minh
Holguín|America/Havana
Homs|Asia/Damascus
Homyel'|Europe/Minsk
Honiara|Pacific/Guadalcanal
Houston|America/Chicago
Hrodna|Europe/Minsk
Hyderabad|Asia/Kolkata
Iaşi|Europe/Bucharest
Ibadan|Africa/Lagos
Ibb|Asia/Aden
Incheon|Asia/Seoul
Irbid|Asia/Amman
Isfahan|Asia/Tehran
Isfara|Asia/Dushanbe
Isil’kul’|Asia/Omsk
Istaravshan|Asia/Dushanbe
Izhevsk|Europe/Samara
Iztapalapa|America/Mexico_City
Jabālyā|Asia/Gaza
Jaffna|Asia/Colombo
Jamestown|Atlantic/St_Helena
Jeddah|Asia/Riyadh
Jelgava|Europe/Riga
Jijiga|Africa/Addis_Ababa
Johor Bahru|Asia/Kuala_Lumpur
Juan Díaz|America/Panama
Kakamega|Africa/Nairobi
Kalachinsk|Asia/Omsk
Kampung Baru Subang|Asia/Kuala_Lumpur
Kananga|Africa/Lubumbashi
Kandahār|Asia/Kabul
Kankan|Africa/Conakry
Kano|Africa/Lagos
Kaohsiung|Asia/Taipei
Kaouéni|Indian/Mayotte
Karaj|Asia/Tehran
Karakol|Asia/Bishkek
Kara|Africa/Lome
Kaunas|Europe/Vilnius
Kazan|Europe/Moscow
Kenema|Africa/Freetown
Kenora|America/Winnipeg
Kerch|Europe/Simferopol
Keren|Africa/Asmara
Khabarovsk|Asia/Vladivostok
Kharkiv|Europe/Kyiv
Khartoum North|Africa/Khartoum
Khirdalan|Asia/Baku
Kholmsk|Asia/Sakhalin
Khovd|Asia/Hovd
Khulna|Asia/Dhaka
Khān Yūnis|Asia/Gaza
Kiffa|Africa/Nouakchott
Kikolo|Africa/Luanda
Kikwit|Africa/Kinshasa
Killarney|America/Nassau
Kingston|America/Jamaica
Kingston|Pacific/Norfolk
Kingstown|America/St_Vincent
Kira|Africa/Kampala
Kisangani|Africa/Lubumbashi
Kitwe|Africa/Lusaka
Klaipėda|Europe/Vilnius
Koidu|Africa/Freetown
Komsomolsk-on-Amur|Asia/Vladivostok
Korhogo|Africa/Abidjan
Korla|Asia/Urumqi
Korsakov|Asia/Sakhalin
Koudougou|Africa/Ouagadougou
Koungou|Indian/Mayotte
Kourou|America/Cayenne
Koutiala|Africa/Bamako
Košice|Europe/Bratislava
Kraków|Europe/Warsaw
Kranj|Europe/Ljubljana
Kuala Belait|Asia/Brunei
Kumanovo|Europe/Skopje
Kumasi|Africa/Accra
Kutaisi|Asia/Tbilisi
Kópavogur|Atlantic/Reykjavik
Köln|Europe/Berlin
Kŭlob|Asia/Dushanbe
La Ceiba|America/Tegucigalpa
La Laguna|Atlantic/Canary
Laayoune|Africa/El_Aaiun
Labattoir|Indian/Mayotte
Lae|Pacific/Port_Moresby
Lahore|Asia/Karachi
Larnaca|Asia/Nicosia
Las Palmas de Gran Canaria|Atlantic/Canary
Latakia|Asia/Damascus
Lausanne|Europe/Zurich
Lautoka|Pacific/Fiji
Le Gosier|America/Guadeloupe
Le Lamentin|America/Martinique
Le Robert|America/Martinique
Le Tampon|Indian/Reunion
Lelydorp|America/Paramaribo
Les Abymes|America/Guadeloupe
Lethbridge|America/Edmonton
León|America/Managua
Liberia|America/Costa_Rica
Liepāja|Europe/Riga
Likisá|Asia/Dili
Lilongwe|Africa/Blantyre
Limassol|Asia/Nicosia
Limerick|Europe/Dublin
Limón|America/Costa_Rica
Linden|America/Guyana
Linz|Europe/Vienna
Lobamba|Africa/Mbabane
Logan City|Australia/Brisbane
Lomé|Africa/Lome
Lucaya|America/Nassau
Luhuan|Asia/Macau
Lusail|Asia/Qatar
Lyon|Europe/Paris
Madinah|Asia/Riyadh
Madīnat Ḩamad|Asia/Bahrain
Mafeteng|Africa/Maseru
Mahajanga|Indian/Antananarivo
Maharagama|Asia/Colombo
Maipú|America/Santiago
Makakilo / Kapolei / Honokai Hale|Pacific/Honolulu
Makkah|Asia/Riyadh
Malakal|Africa/Juba
Malango|Pacific/Guadalcanal
Maldonado|America/Montevideo
Male|Indian/Maldives
Maliana|Asia/Dili
Malmö|Europe/Stockholm
Mamoudzou|Indian/Mayotte
Manama|Asia/Bahrain
Manas|Asia/Bishkek
Manchester|Europe/London
Mandalay|Asia/Yangon
Mandurah|Australia/Perth
Mangilao Village|Pacific/Guam
Manukau City|Pacific/Auckland
Manzini|Africa/Mbabane
Maputsoe|Africa/Maseru
Mar del Plata|America/Argentina/Buenos_Aires
Maracaibo|America/Caracas
Maradi|Africa/Niamey
Maribor|Europe/Ljubljana
Marseille|Europe/Paris
Mary|Asia/Ashgabat
Masaya|America/Managua
Mashhad|Asia/Tehran
Masina|Africa/Kinshasa
Mata-Utu|Pacific/Wallis
Matola|Africa/Maputo
Matoury|America/Cayenne
Maun|Africa/Gaborone
Mazatlán|America/Hermosillo
Mazār-e Sharīf|Asia/Kabul
Mbandaka|Africa/Kinshasa
Mbuji-Mayi|Africa/Lubumbashi
Medellín|America/Bogota
Mek'ele|Africa/Addis_Ababa
Mentiri|Asia/Brunei
Mesa|America/Phoenix
Mexicali|America/Tijuana
Milan|Europe/Rome
Mindelo|Atlantic/Cape_Verde
Miskolc|Europe/Budapest
Misratah|Africa/Tripoli
Mississauga|America/Toronto
Mixco|America/Guatemala
Mogoditshane|Africa/Gaborone
Mohale's Hoek|Africa/Maseru
Mombasa|Africa/Nairobi
Mon Repos|America/Port_of_Spain
Mont-Dore|Pacific/Noumea
Montego Bay|America/Jamaica
Montréal|America/Toronto
Moose Jaw|America/Regina
Moroni|Indian/Comoro
Mosta|Europe/Malta
Mosul|Asia/Baghdad
Moundou|Africa/Ndjamena
Mount Barker|Australia/Adelaide
Mount Gambier|Australia/Adelaide
Mount Hagen|Pacific/Port_Moresby
Mount Pearl|America/St_Johns
Moutsamoudou|Indian/Comoro
Mpanda|Africa/Bujumbura
Mueang Nonthaburi|Asia/Bangkok
Mulenvos|Africa/Luanda
Mumbai|Asia/Kolkata
Munich|Europe/Berlin
Musanze|Africa/Kigali
Mutare|Africa/Harare
Mwanza|Africa/Dar_es_Salaam
Mzuzu|Africa/Blantyre
N'Djamena|Africa/Ndjamena
Nadi|Pacific/Fiji
Nagoya|Asia/Tokyo
Nakuru|Africa/Nairobi
Namangan|Asia/Tashkent
Nampula|Africa/Maputo
Namp’o|Asia/Pyongyang
Nansana|Africa/Kampala
Naples|Europe/Rome
Narva|Europe/Tallinn
Nasinu|Pacific/Fiji
Nay Pyi Taw|Asia/Yangon
Ndola|Africa/Lusaka
New Amsterdam|America/Guyana
New Taipei City|Asia/Taipei
New York City|America/New_York
Newcastle|Australia/Sydney
Ngerulmud|Pacific/Palau
Ngozi|Africa/Bujumbura
Nikšić|Europe/Podgorica
Nitra|Europe/Bratislava
Nizhniy Novgorod|Europe/Moscow
Niš|Europe/Belgrade
Nkayi|Africa/Brazzaville
Noord|America/Aruba
Nouadhibou|Africa/Nouakchott
Nouméa|Pacific/Noumea
Novi Beograd|Europe/Belgrade
Novi Sad|Europe/Belgrade
Nuevo Laredo|America/Matamoros
Nuku‘alofa|Pacific/Tongatapu
Nyagatare|Africa/Kigali
Nyala|Africa/Khartoum
Nzérékoré|Africa/Conakry
Odense|Europe/Copenhagen
Odesa|Europe/Kyiv
Omdurman|Africa/Khartoum
Orange Walk|America/Belize
Oranjestad|America/Aruba
Oran|Africa/Algiers
Osaka|Asia/Tokyo
Osh|Asia/Bishkek
Osijek|Europe/Zagreb
Ostrava|Europe/Prague
Ottawa|America/Toronto
Owendo|Africa/Libreville
Pakse|Asia/Vientiane
Palikir|Pacific/Kosrae
Palmerston|Australia/Darwin
Panama City|America/Panama
Papeete|Pacific/Tahiti
Paradise|America/St_Johns
Parakou|Africa/Porto-Novo
Pearl City|Pacific/Honolulu
Perm|Asia/Yekaterinburg
Peshawar|Asia/Karachi
Petaling Jaya|Asia/Kuala_Lumpur
Petit-Bourg|America/Guadeloupe
Petropavlovsk-Kamchatsky|Asia/Kamchatka
Petržalka|Europe/Bratislava
Philadelphia|America/New_York
Philipsburg|America/Lower_Princes
Phuntsholing|Asia/Thimphu
Pikine|Africa/Dakar
Pilsen|Europe/Prague
Piraeus|Europe/Athens
Playa del Carmen|America/Cancun
Pljevlja|Europe/Podgorica
Plovdiv|Europe/Sofia
Plymouth|America/Montserrat
Pointe-Noire|Africa/Brazzaville
Pokhara|Asia/Kathmandu
Ponce|America/Puerto_Rico
Ponta Delgada|Atlantic/Azores
Popondetta|Pacific/Port_Moresby
Port Louis|Indian/Mauritius
Port-Gentil|Africa/Libreville
Port-Vila|Pacific/Efate
Port-aux-Français|Indian/Kerguelen
Portmore|America/Jamaica
Porto|Europe/Lisbon
Praia|Atlantic/Cape_Verde
Pretoria|Africa/Johannesburg
Prilep|Europe/Skopje
Prince Albert|America/Regina
Providenciales|America/Grand_Turk
Puebla|America/Mexico_City
Puente Alto|America/Santiago
Puerto Aysén|America/Punta_Arenas
Puerto Natales|America/Punta_Arenas
Punaauia|Pacific/Tahiti
Punākha|Asia/Thimphu
Pátra|Europe/Athens
Pärnu|Europe/Tallinn
Pétionville|America/Port-au-Prince
Pātan|Asia/Kathmandu
Queens|America/New_York
Quezon City|Asia/Manila
Quito|America/Guayaquil
Rabat|Africa/Casablanca
Red Deer|America/Edmonton
Reino de Bandim|Africa/Bissau
Reykjanesbær|Atlantic/Reykjavik
Reykjavík|Atlantic/Reykjavik
Reynosa|America/Matamoros
Rijeka|Europe/Zagreb
Rio de Janeiro|America/Sao_Paulo
Rishon LeTsiyyon|Asia/Jerusalem
Rivera|America/Montevideo
Road Town|America/Tortola
Rosarito|America/Tijuana
Roseau|America/Dominica
Rotterdam|Europe/Amsterdam
Rundu|Africa/Windhoek
Russeifa|Asia/Amman
Rustavi|Asia/Tbilisi
Saaba|Africa/Ouagadougou
Saint Croix|America/St_Thomas
Saint George's|America/Grenada
Saint Helier|Europe/Jersey
Saint John’s|America/Antigua
Saint Peter Port|Europe/Guernsey
Saint Petersburg|Europe/Moscow
Saint-Denis|Indian/Reunion
Saint-Laurent-du-Maroni|America/Cayenne
Saint-Paul|Indian/Reunion
Saint-Pierre|America/Miquelon
Saint-Pierre|Indian/Reunion
Sainte-Marie|America/Martinique
Salto|America/Montevideo
Salvador|America/Sao_Paulo
Salzburg|Europe/Vienna
Samarinda|Asia/Makassar
Samut Prakan|Asia/Bangkok
San Antonio|America/Chicago
San Diego|America/Los_Angeles
San Fernando|America/Port_of_Spain
San Francisco|America/Los_Angeles
San Ignacio|America/Belize
San Jose|America/Los_Angeles
San José|America/Costa_Rica
San Lorenzo|America/Asuncion
San Miguelito|America/Panama
San Miguel|America/El_Salvador
San Pawl il-Baħar|Europe/Malta
San Pedro Sula|America/Tegucigalpa
San Pedro|America/Belize
San Salvador|America/El_Salvador
Sanaa|Asia/Aden
Santa Ana|America/El_Salvador
Santa Cruz de Tenerife|Atlantic/Canary
Santa Cruz de la Sierra|America/La_Paz
Santa Cruz|America/Aruba
Santiago de Cuba|America/Havana
Santiago de los Caballeros|America/Santo_Domingo
Santo Domingo Este|America/Santo_Domingo
Santo Domingo Oeste|America/Santo_Domingo
Santo Domingo de los Colorados|America/Guayaquil
Sarh|Africa/Ndjamena
Saskatoon|America/Regina
Savannakhet|Asia/Vientiane
Seeb|Asia/Muscat
Sena Madureira|America/Rio_Branco
Sengkang New Town|Asia/Singapore
Sengkurong|Asia/Brunei
Serekunda|Africa/Banjul
Sevastopol|Europe/Simferopol
Sfax|Africa/Tunis
Sha Tin|Asia/Hong_Kong
Sharjah|Asia/Dubai
Shihezi|Asia/Urumqi
Shubrā al Khaymah|Africa/Cairo
Shymkent|Asia/Almaty
Sidon|Asia/Beirut
Siem Reap|Asia/Phnom_Penh
Sikasso|Africa/Bamako
Sliema|Europe/Malta
Sokodé|Africa/Lome
Sorong|Asia/Jayapura
Sousse|Africa/Tunis
Sovetsk|Europe/Kaliningrad
Soyapango|America/El_Salvador
Spanish Town|America/Jamaica
Split|Europe/Zagreb
St. John's|America/St_Johns
Stavanger|Europe/Oslo
Steinbach|America/Winnipeg
Stróvolos|Asia/Nicosia
Suai|Asia/Dili
Sucre|America/La_Paz
Sukrah|Africa/Tunis
Sukuta|Africa/Banjul
Sumgayit|Asia/Baku
Sunch’ŏn|Asia/Pyongyang
Sunshine Coast|Australia/Brisbane
Surabaya|Asia/Jakarta
Surrey|America/Vancouver
Suva|Pacific/Fiji
Swakopmund|Africa/Windhoek
Szeged|Europe/Budapest
São Paulo|America/Sao_Paulo
São Tomé|Africa/Sao_Tome
Ségou|Africa/Bamako
Sé|Asia/Macau
Tahoua|Africa/Niamey
Taichung|Asia/Taipei
Taipa|Asia/Macau
Taiz|Asia/Aden
Takeo|Asia/Phnom_Penh
Takoradi|Africa/Accra
Talinding|Africa/Banjul
Tamale|Africa/Accra
Tampere|Europe/Helsinki
Tamuning-Tumon-Harmon Village|Pacific/Guam
Tandai|Pacific/Guadalcanal
Tangier|Africa/Casablanca
Tanki Leendert|America/Aruba
Tara|Asia/Omsk
Tartu|Europe/Tallinn
Telde|Atlantic/Canary
Tepic|America/Hermosillo
Ternate|Asia/Jayapura
Thakhèk|Asia/Vientiane
The Hague|Europe/Amsterdam
The Valley|America/Anguilla
Thessaloníki|Europe/Athens
Tirana|Europe/Tirane
Toamasina|Indian/Antananarivo
Tolyatti|Europe/Samara
Touba|Africa/Dakar
Toulouse|Europe/Paris
Trondheim|Europe/Oslo
Trujillo|America/Lima
Tsirang|Asia/Thimphu
Tucson|America/Phoenix
Tuen Mun|Asia/Hong_Kong
Turin|Europe/Rome
Tuzla|Europe/Sarajevo
Tyre|Asia/Beirut
Tórshavn|Atlantic/Faroe
Türkmenabat|Asia/Ashgabat
Ufa|Asia/Yekaterinburg
Ulaangom|Asia/Hovd
Ulan-Ude|Asia/Irkutsk
Ulu Bedok|Asia/Singapore
Uppsala|Europe/Stockholm
Ussuriysk|Asia/Vladivostok
Utrecht|Europe/Amsterdam
Vacoas|Indian/Mauritius
Valencia|America/Caracas
Valencia|Europe/Madrid
Vanadzor|Asia/Yerevan
Vantaa|Europe/Helsinki
Varna|Europe/Sofia
Vatican City|Europe/Vatican
Viana|Africa/Luanda
Villa Nueva|America/Guatemala
Vilyuchinsk|Asia/Kamchatka
Vitebsk|Europe/Minsk
Vlorë|Europe/Tirane
Walvis Bay|Africa/Windhoek
Wellington|Pacific/Auckland
West Bay|America/Cayman
West Island|Indian/Cocos
Willemstad|America/Curacao
Winejok|Africa/Juba
Wrocław|Europe/Warsaw
Yaoundé|Africa/Douala
Yaren|Pacific/Nauru
Yei|Africa/Juba
Yelizovo|Asia/Kamchatka
Yevpatoriya|Europe/Simferopol
Yigo Village|Pacific/Guam
Yokohama|Asia/Tokyo
Yuzhno-Sakhalinsk|Asia/Sakhalin
Zanzibar|Africa/Dar_es_Salaam
Zaragoza|Europe/Madrid
Zarqa|Asia/Amman
Zenica|Europe/Sarajevo
Zinder|Africa/Niamey
Zliten|Africa/Tripoli
Zomba|Africa/Blantyre
Zürich|Europe/Zurich
les Escaldes|Europe/Andorra
Århus|Europe/Copenhagen
Ölgii|Asia/Hovd
Ürümqi|Asia/Urumqi
İzmir|Europe/Istanbul
Łódź|Europe/Warsaw
Şabāḩ as Sālim|Asia/Kuwait
Šiauliai|Europe/Vilnius
Ḩawallī|Asia/Kuwait
‘Ibrī|Asia/Muscat
`;
