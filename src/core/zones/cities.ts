/**
 * Large cities that no zone is named for, with their older and English names, by zone. A line is `zone: city, city`. A
 * city name that several countries share appears in each of their zones, the likeliest first. So does one that is also a
 * frequent misspelling of another city, such as Monterey in California and Monterrey in Mexico.
 */
export const cities = `
Asia/Kolkata: Mumbai, Bombay, Delhi, New Delhi, Bangalore, Bengaluru, Chennai, Madras, Hyderabad, Pune, Poona, Ahmedabad, Surat, Jaipur, Lucknow, Kanpur, Nagpur, Indore, Bhopal, Patna, Vadodara, Baroda, Ludhiana, Agra, Nashik, Faridabad, Meerut, Rajkot, Varanasi, Srinagar, Amritsar, Allahabad, Prayagraj, Ranchi, Coimbatore, Kochi, Cochin, Madurai, Visakhapatnam, Vizag, Vijayawada, Mysore, Mysuru, Mangalore, Mangaluru, Guwahati, Chandigarh, Thiruvananthapuram, Trivandrum, Gurgaon, Gurugram, Noida, Thane, Navi Mumbai, Jodhpur, Raipur, Dehradun, Jammu, Shimla, Bhubaneswar, Cuttack, Kota, Gwalior, Jabalpur, Salem, Tiruchirappalli, Trichy, Warangal, Hubli, Kozhikode, Calicut, Thrissur, Puducherry, Pondicherry, Panaji, Goa, Udaipur, Aurangabad, Jamshedpur, Dhanbad, Asansol, Howrah, Siliguri, Shillong, Imphal
Europe/London: Manchester, Birmingham, Glasgow, Edinburgh, Liverpool, Leeds, Bristol, Sheffield, Cardiff, Nottingham, Leicester, Newcastle, Southampton, Cambridge, Oxford, Brighton, Reading, Aberdeen, Swansea, Coventry, Bath, York, Plymouth, Derby
Europe/Moscow: Saint Petersburg, Petersburg, Leningrad, Kazan, Nizhny Novgorod, Rostov-on-Don, Voronezh, Sochi, Krasnodar
Europe/Madrid: Barcelona, Valencia, Seville, Sevilla, Bilbao, Malaga, Zaragoza, Palma, Murcia, Alicante, Granada, Cordoba, Cordova, Valladolid
Europe/Rome: Milan, Milano, Naples, Napoli, Turin, Torino, Florence, Firenze, Venice, Venezia, Bologna, Genoa, Genova, Palermo, Bari, Catania, Verona, Padua, Roma, Pisa, Trieste
America/Mexico_City: Guadalajara, Puebla, Leon, Queretaro, Toluca, Veracruz, Morelia, Acapulco, Oaxaca, Aguascalientes, San Luis Potosi, Ciudad de Mexico
America/Toronto: Montreal, Ottawa, Quebec, Quebec City, Mississauga, Brampton, Hamilton, London, Kitchener, Windsor, Markham, Laval, Gatineau, Kingston, Sherbrooke, Waterloo
Africa/Abidjan: Yamoussoukro, Bouake
Africa/Accra: Kumasi, Tamale
Africa/Algiers: Oran, Constantine, Annaba
Africa/Cairo: Alexandria, Giza, Port Said, Suez, Luxor, Mansoura
Africa/Casablanca: Rabat, Marrakesh, Marrakech, Fez, Fes, Tangier, Agadir
Africa/Dar_es_Salaam: Dodoma, Arusha, Mwanza, Zanzibar
Africa/Harare: Bulawayo
Africa/Johannesburg: Cape Town, Durban, Pretoria, Port Elizabeth, Gqeberha, Bloemfontein, Soweto, East London, Sandton, Polokwane
Africa/Kampala: Entebbe
Africa/Khartoum: Omdurman
Africa/Kinshasa: Matadi
Africa/Lagos: Abuja, Kano, Ibadan, Port Harcourt, Benin City, Kaduna, Enugu, Onitsha, Jos
Africa/Lusaka: Kitwe, Ndola
Africa/Nairobi: Mombasa, Kisumu, Nakuru
Africa/Tripoli: Benghazi, Misrata
Africa/Tunis: Sfax
America/Anchorage: Fairbanks, Cordova
America/Argentina/Buenos_Aires: Rosario, La Plata, Mar del Plata
America/Argentina/Cordoba: Cordova
America/Bahia: Salvador
America/Belem: Macapa
America/Bogota: Medellin, Cali, Barranquilla, Cartagena, Bucaramanga
America/Caracas: Maracaibo, Valencia, Barquisimeto
America/Chicago: Austin, Dallas, Houston, San Antonio, Fort Worth, Arlington, Plano, Corpus Christi, Lubbock, Memphis, Nashville, New Orleans, Baton Rouge, Milwaukee, Madison, Minneapolis, Saint Paul, Saint Louis, Kansas City, Oklahoma City, Tulsa, Omaha, Lincoln, Des Moines, Wichita, Birmingham, Montgomery, Mobile, Huntsville, Little Rock, Jackson, Springfield, Rochester, Peoria, Sioux Falls, Fargo, Topeka, Green Bay, Pensacola, Irving, Laredo, Frisco
America/Denver: Salt Lake City, Colorado Springs, Albuquerque, El Paso, Aurora, Boulder, Santa Fe, Billings, Cheyenne, Provo, Fort Collins, Las Cruces, Helena, Missoula, Bozeman
America/Detroit: Ann Arbor, Grand Rapids, Lansing, Flint, Dearborn
America/Edmonton: Calgary, Red Deer, Lethbridge
America/Fortaleza: Natal, Teresina, Sao Luis, Joao Pessoa
America/Guatemala: Guatemala City
America/Guayaquil: Quito, Cuenca
America/Halifax: Charlottetown
America/La_Paz: Santa Cruz, Cochabamba, Sucre
America/Lima: Arequipa, Trujillo, Cusco, Callao
America/Los_Angeles: Seattle, San Francisco, San Diego, San Jose, Portland, Las Vegas, Sacramento, Oakland, Fresno, Long Beach, Anaheim, Irvine, Riverside, Bakersfield, Santa Ana, Stockton, Tacoma, Spokane, Bellevue, Redmond, Reno, Henderson, Eugene, Salem, Vancouver, Santa Clara, Sunnyvale, Mountain View, Palo Alto, Cupertino, Pasadena, Glendale, Santa Monica, Berkeley, Hollywood, Santa Barbara, Carson City, Monterey
America/Manaus: Manaos
America/Monterrey: Saltillo, Torreon, Monterey
America/Montevideo: Punta del Este
America/New_York: Atlanta, Boston, Philadelphia, Washington, Washington DC, Miami, Orlando, Tampa, Jacksonville, Fort Lauderdale, Tallahassee, Charlotte, Raleigh, Durham, Greensboro, Baltimore, Pittsburgh, Cleveland, Columbus, Cincinnati, Buffalo, Rochester, Albany, Syracuse, Newark, Jersey City, Brooklyn, Manhattan, Queens, Bronx, Staten Island, Long Island, Richmond, Virginia Beach, Norfolk, Providence, Hartford, New Haven, Stamford, Portland, Charleston, Savannah, Knoxville, Lexington, Toledo, Dayton, Akron, Columbia, Trenton, Princeton, Cambridge, Worcester, Springfield, Augusta, Arlington, Alexandria, Burlington, Manchester, Wilmington, Jackson Heights, NYC, Saint Petersburg, Chattanooga, Yonkers, Naples
America/Panama: Panama City
America/Phoenix: Tucson, Mesa, Scottsdale, Tempe, Chandler, Glendale, Gilbert, Flagstaff, Peoria
America/Puerto_Rico: San Juan
America/Regina: Saskatoon
America/Costa_Rica: San Jose
America/Managua: Leon, Granada
America/Grenada: Granada
America/Nassau: Freeport
America/Santiago: Valparaiso, Concepcion, Vina del Mar, Antofagasta
America/Santo_Domingo: Santiago de los Caballeros, Punta Cana
America/Sao_Paulo: Rio de Janeiro, Rio, Brasilia, Belo Horizonte, Curitiba, Porto Alegre, Campinas, Goiania, Florianopolis, Vitoria, Santos, Guarulhos, Niteroi, Joinville
America/St_Johns: Saint Johns
America/Tegucigalpa: San Pedro Sula
America/Tijuana: Mexicali, Ensenada
America/Vancouver: Victoria, Surrey, Burnaby, Richmond, Kelowna
Asia/Almaty: Astana, Nur-Sultan, Shymkent
Asia/Baghdad: Basra, Mosul, Erbil
Asia/Bangkok: Chiang Mai, Phuket, Pattaya, Nonthaburi
Asia/Colombo: Kandy
Asia/Damascus: Aleppo, Homs
Asia/Dhaka: Chittagong, Chattogram, Khulna, Sylhet, Rajshahi
Asia/Dubai: Abu Dhabi, Sharjah, Ajman, Al Ain, Ras Al Khaimah
Asia/Ho_Chi_Minh: Hanoi, Ho Chi Minh City, Da Nang, Hai Phong, Haiphong, Can Tho
Asia/Hong_Kong: Kowloon
Asia/Jakarta: Surabaya, Bandung, Medan, Semarang, Palembang, Yogyakarta, Bekasi, Tangerang, Depok, Malang, Batam
Asia/Jerusalem: Haifa, Beersheba
Asia/Karachi: Lahore, Islamabad, Rawalpindi, Faisalabad, Peshawar, Multan, Quetta, Hyderabad, Gujranwala, Sialkot
Asia/Kathmandu: Pokhara
Asia/Kuala_Lumpur: Penang, George Town, Johor Bahru, Ipoh, Petaling Jaya, Shah Alam, Malacca
Asia/Kuching: Kota Kinabalu
Asia/Makassar: Denpasar, Bali, Balikpapan
Asia/Manila: Quezon City, Cebu, Cebu City, Davao, Davao City, Makati, Taguig, Pasig
Asia/Nicosia: Limassol, Larnaca
Asia/Novosibirsk: Novossibirsk
Asia/Phnom_Penh: Siem Reap
Asia/Qatar: Doha
Asia/Riyadh: Jeddah, Mecca, Makkah, Medina, Dammam, Khobar
Asia/Seoul: Busan, Incheon, Daegu, Daejeon, Gwangju, Ulsan, Suwon, Pusan
Asia/Shanghai: Beijing, Peking, Shenzhen, Guangzhou, Canton, Chengdu, Wuhan, Tianjin, Hangzhou, Nanjing, Xian, Suzhou, Qingdao, Dalian, Shenyang, Dongguan, Foshan, Xiamen, Ningbo, Kunming, Changsha, Zhengzhou, Jinan, Fuzhou, Hefei, Wuxi, Harbin, Chongqing
Asia/Taipei: Kaohsiung, Taichung, Tainan, Hsinchu
Asia/Tashkent: Namangan
Asia/Tbilisi: Batumi
Asia/Tehran: Mashhad, Isfahan, Shiraz, Tabriz, Karaj
Asia/Tokyo: Osaka, Kyoto, Yokohama, Nagoya, Sapporo, Kobe, Fukuoka, Kawasaki, Hiroshima, Sendai, Kitakyushu, Chiba, Saitama, Okinawa, Nagasaki, Nara
Asia/Vladivostok: Khabarovsk
Asia/Yangon: Mandalay, Naypyidaw
Asia/Yekaterinburg: Chelyabinsk, Ufa, Perm, Tyumen, Ekaterinburg
Asia/Krasnoyarsk: Norilsk
Atlantic/Canary: Las Palmas, Tenerife, Gran Canaria
Atlantic/Bermuda: Hamilton
Atlantic/Azores: Ponta Delgada
Atlantic/Madeira: Funchal
Australia/Brisbane: Gold Coast, Cairns, Townsville, Toowoomba
Australia/Hobart: Launceston
Australia/Melbourne: Geelong, Ballarat
Australia/Perth: Fremantle
Australia/Sydney: Canberra, Newcastle, Wollongong, Parramatta
Europe/Amsterdam: Rotterdam, The Hague, Den Haag, Utrecht, Eindhoven, Groningen
Europe/Athens: Thessaloniki, Piraeus, Patras
Europe/Belgrade: Novi Sad, Nis
Europe/Berlin: Munich, Munchen, Hamburg, Frankfurt, Frankfurt am Main, Cologne, Koln, Stuttgart, Dusseldorf, Leipzig, Dortmund, Essen, Bremen, Dresden, Hanover, Hannover, Nuremberg, Nurnberg, Bonn, Mannheim, Karlsruhe, Augsburg, Duisburg, Bochum, Wuppertal, Bielefeld, Munster, Wiesbaden, Mainz, Freiburg, Kiel, Lubeck, Magdeburg, Potsdam
Europe/Brussels: Antwerp, Antwerpen, Ghent, Gent, Bruges, Liege, Charleroi, Bruxelles
Europe/Bucharest: Cluj, Cluj-Napoca, Timisoara, Iasi, Constanta, Brasov
Europe/Copenhagen: Aarhus, Odense, Aalborg, Kobenhavn
Europe/Dublin: Cork, Galway, Limerick
Europe/Helsinki: Espoo, Tampere, Turku, Vantaa, Oulu
Europe/Istanbul: Ankara, Izmir, Bursa, Antalya, Adana
Europe/Kyiv: Kharkiv, Kharkov, Odesa, Odessa, Lviv, Dnipro
Europe/Lisbon: Porto, Braga, Coimbra, Faro
Europe/Luxembourg: Luxembourg City
Europe/Minsk: Gomel
Europe/Oslo: Bergen, Trondheim, Stavanger
Europe/Paris: Lyon, Marseille, Toulouse, Nice, Nantes, Strasbourg, Bordeaux, Lille, Rennes, Montpellier, Grenoble, Toulon, Dijon, Reims, Cannes, Le Havre
Europe/Prague: Brno, Ostrava, Plzen, Praha
Europe/Riga: Daugavpils
Europe/Sofia: Plovdiv, Varna
Europe/Stockholm: Gothenburg, Goteborg, Malmo, Uppsala
Europe/Tallinn: Tartu
Europe/Vienna: Graz, Linz, Salzburg, Innsbruck, Wien
Europe/Vilnius: Kaunas
Europe/Warsaw: Krakow, Cracow, Wroclaw, Gdansk, Poznan, Lodz, Katowice, Lublin, Szczecin, Warszawa
Europe/Zagreb: Split, Rijeka, Dubrovnik
Europe/Zurich: Geneva, Geneve, Basel, Bern, Lausanne, Lucerne, Lugano
Pacific/Auckland: Wellington, Christchurch, Hamilton, Dunedin, Queenstown
Pacific/Fiji: Suva, Nadi
Pacific/Honolulu: Hilo, Waikiki, Maui
Pacific/Tahiti: Papeete
`;
