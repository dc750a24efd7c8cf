/// The business section.
enum BusinessTables {
    static let all = [developing, great, own, more, FurtherTables.business]

    private static let developing = """
        @ takeover
        price: 11-48
        = {company2} bids for {company}
        = {company} in talks about sale to {company2}
        = {company2} offers {price} crowns a share for {company}
        = Takeover offer lifts {company} to a record
        > {company2} offers {price} crowns in cash for each share of {company}, a premium of a third.
        > The board of {company} wants to study the offer. Unions ask for guarantees for the plant in {town}.
        > Together the two firms would serve every second household in {country}.
        --
        = {company} rejects offer as too low
        = “It does not reflect our order book”: {company} turns down {company2}
        = Takeover battle: {company} says no, shareholders say perhaps
        > The board of {company} turned down the offer unanimously. The largest shareholder, a teachers’ pension fund, is open to more.
        > {company2} may now go to shareholders directly, or raise. Analysts expect it to raise.
        --
        = {company2} raises, {company} agrees
        = Deal done: {company} goes to {company2} for a higher price
        = {company} accepts sweetened offer
        = Plant in {town} stays as {company} agrees to be sold
        > After a second, higher offer the board of {company} recommends to sell. The plant in {town} is guaranteed for eight years.
        > The cartel office must still agree, and is expected to ask for the sale of a brand.
        @ rate-decision
        rate: 2-4
        = Central bank of {country} expected to cut rates on {weekday}
        = Markets bet on a rate cut in {country}
        = Inflation falls to {rate} per cent in {country}: time for a cut?
        > Inflation in {country} fell to {rate} per cent. Most economists expect the central bank to lower its rate by a quarter point.
        > Bond yields fell after the figures. A minority on the board is thought to prefer waiting.
        --
        = {country}’s central bank cuts by a quarter point
        = Rate cut in {country}: mortgages to become cheaper
        = Central bank cuts, and hints at a pause
        = Five to four: {country}’s rate cut was a close call
        > The board lowered the rate by a quarter point, with five votes to four, and hinted that it would now wait.
        > Borrowers with variable mortgages will notice from {month}. Savers will notice at once.
        > Banks in {town} passed the cut on within hours, for loans more slowly than for savings.
        @ rail-order
        trains: 40-140/10
        = {rail} wins order for {trains} trains
        = {country} orders {trains} regional trains from {rail}
        = {town} plant to build {trains} trains for {country}
        = Full order books: {rail} hires for big train contract
        > {country}’s railways ordered {trains} battery trains from {rail}. They replace diesel units on branch lines.
        > The plant in {town} is busy until the end of the decade. It looks for three hundred welders and electricians.
        --
        = Losing bidder challenges train order
        = {rail2} goes to court over {country}’s train order
        = Train order on hold after complaint by {rail2}
        > {rail2}, which came second, says that its lower price was ignored. The order waits for a ruling.
        > The railways say that they weighed the cost over thirty years, not the price on the day.
        --
        = Court upholds train order for {rail}
        = {rail} keeps the big train order
        = Ruling: the dearer trains may be the cheaper ones
        = Welders wanted: {town} can start building
        > The court found that the railways may count the cost over thirty years. {rail} starts to build in {month}.
        > {rail2} will not appeal. It hopes for a tender in {country2}.
        """

    private static let great = """
        @ harbour-fund
        sum: 120-480/10
        = {port} to expand its harbour for {sum} million crowns
        = New quay for {port}: {sum} million crowns and a lot of concrete
        = Harbour of {port} gets deep-water quay
        = Bigger ships for {port}, if the fishermen agree
        > {port} will build a quay for the largest class of ship. The cost of {sum} million crowns is shared with {company}.
        > Work begins in {month}. Fishermen get a basin of their own and a say in the timetable.
        > Imports of wind turbines have outgrown the old quay.
        @ bank-branches
        n: 24-90
        = {bank} closes {n} branches, opens a bus
        = {bank} thins out its network
        = {n} branches to go at {bank}
        = After the branch comes the bus: {bank} shrinks in the country
        > {bank} will close {n} branches by {month}. Five buses with counters are to visit villages instead.
        > Nobody is to be dismissed before {nextyear}, staff were told. The union calls that a short promise.
        > Three in four customers have not been inside a branch this year, the bank says.
        @ coffee-price
        pct: 14-38
        = Coffee costs {pct} per cent more than a year ago
        = Why your coffee got dearer
        = Roasters pass on the price of beans
        = Coffee price at its highest in a decade
        > Poor harvests and dear freight lift the price of coffee by {pct} per cent. Relief is not in sight before {month}.
        > Roasters in {port} had bought ahead for nine months; those contracts now run out.
        > Supermarkets report a run on chicory.
        @ airline-routes
        = {airline} to fly from {town} to {town2} without kerosene
        airline: Kittiwake Air | Tern Airways | Plume
        = First electric air route: {town} to {town2}
        = Nineteen seats, no kerosene: {airline} starts in {month}
        = {airline} bets on short hops
        > Nineteen seats, forty minutes, batteries: {airline} wants to serve the route four times a day from {month}.
        > The fare is to match that of the train, which takes three hours around {region}.
        > Regulators ask for reserves that cost the aircraft a tenth of its range.
        @ wage-deal
        pct: 3-6
        = Metal workers agree on {pct} per cent and a shorter Friday
        = Wage deal in {country}’s metal industry
        = Friday afternoons off: metal workers settle
        = Employers grumble, but sign: {pct} per cent for metal workers
        > {pct} per cent more pay and a Friday that ends at one: unions and employers in {country} settled after a night of talks.
        > The deal covers four hundred thousand people and sets the tone for others.
        > Small firms may choose a bonus instead of the free afternoon.
        @ insurer-flood
        = Insurers leave {region} after third flood
        = No cover by the water: insurers retreat from {region}
        = Who insures a house on {river}?
        = {country} considers a state insurer for flood plains
        > Two of three insurers no longer offer cover along {river}. The government considers a common pool.
        > A house in the lower town cannot be sold without insurance, estate agents say.
        > {company} remains, at three times the price, for houses on stilts.
        @ grocery-fine
        sum: 9-60
        = Grocers fined {sum} million crowns for agreeing on bread
        = Bread cartel: fines for four chains
        = Cartel office fines supermarkets over price of bread
        = How a bakery’s e-mail brought down the bread cartel
        > Four supermarket chains had agreed on the price of sliced bread for six years. The fine comes to {sum} million crowns.
        > A baker in {town} had kept an e-mail that was not meant for him.
        > One chain, which confessed, pays nothing.
        @ steel-hydrogen
        = {steel} to make steel with hydrogen from {nextyear}
        steel: Fennick Steel | Grauhaven Steel | Isk Ironworks
        = First hydrogen furnace ordered for {town}
        = Steel without coal: {town} gets a new furnace
        = {steel} bets its future on a furnace in {town}
        > A furnace in {town} will work with hydrogen instead of coal. {steel} and the state share the cost.
        > Car makers signed contracts for a third of the output before the first stone was laid.
        > Where all the green hydrogen is to come from remains the open question.
        """

    private static let own = """
        @ umbrella-maker
        = The last umbrella maker of {town} looks for a successor
        > Order books are full until {month}, and the owner is eighty-one. Whoever comes must like wood.
        @ container-rates
        = Container rates fall for the {nth} week
        nth: fourth | fifth | sixth | seventh | ninth
        > Ships built in the boom now enter service. Shippers on the route to {port} enjoy the buyers’ market.
        @ toy-exports
        = Wooden toys from {region} find buyers overseas
        > A film with a wooden duck has done what twenty years of fairs had not.
        @ farm-shop
        = Vending machines with eggs spread along the roads of {region}
        > Farmers earn more per egg and sleep longer. Theft is said to be below one per cent.
        @ brewery-merger
        = Two breweries in {town} merge, and keep both recipes
        > The recipes differ in one malt and sixty years of enmity.
        @ salary-law
        = Job advertisements in {country} must now name the pay
        > In the first month salaries in the advertisements rose by four per cent. Economists debate why.
        @ office-flats
        = Empty offices in {town} turn into {n} flats
        n: 80-420/10
        > Lifts and light wells are the costly part. Rents are tied to the local average for fifteen years.
        @ shipping-sail
        = Freighter with sails saves a fifth of its fuel
        > Marram Shipping fits three rigid sails to an old bulk carrier. The crew had to learn to say “tack”.
        @ ski-summer
        = Ski resort above {town} earns more in summer than in winter
        > Bicycles, concerts and cool nights: the snow cannons stay in the shed this year.
        @ chip-shop
        = Potato harvest good, chips dear all the same
        > Oil is the reason, says the trade association in {town}, and the second reason is rent.
        @ pension-fund
        = Teachers’ pension fund sells its airport
        > The fund of {country} prefers water works and forests. The buyer is {company}, which has never owned a runway.
        @ furniture-repair
        = Larch & Loom buys back its own furniture
        > Used shelves are repaired in {town} and sold with a new guarantee. Margins are better than on new ones.
        @ salt-price
        = Saltworks at {port} post a record year
        > Mild winters hurt the road salt business; cooks and pharmacies make up for it.
        @ start-up-kelp
        = Kelp farm off {port} raises {n} million crowns
        n: 3-21
        > The weed goes into feed, packaging and, in a trial, roads. The founders are three divers and an accountant.
        @ taxi-coop
        = Drivers’ cooperative overtakes the apps in {town}
        > One fee, one vote, no surge prices: the cooperative now has more cars than either platform.
        @ book-wholesaler
        = Book wholesaler in {town} ships its hundred-millionth parcel
        > It contained a field guide to mosses. The customer in {town2} received a cake along with it.
        @ tulip-exchange
        = Flower auction moves from clock to click, and growers miss the clock
        > Prices are steadier since the change. The cafeteria is for sale.
        @ rail-freight
        = Freight trains through {region} to run at night only
        > Noise limits and a passenger timetable squeeze cargo into seven hours. Halden Freight doubles the length of its trains.
        """

    private static let more = """
        @ honey-labels
        = Honey must name its countries from {month}
        > Blends “from several places” are to become more precise. Beekeepers in {region} printed new labels long ago.
        @ shop-hours
        = {town} tries shops that open at noon
        > Staff like it, bakers do not, and takings are the same. The trial goes on until {month}.
        @ crane-maker
        = {company} sells cranes by the lifted tonne
        > Builders pay for what is lifted, not for the machine. A meter on the hook counts.
        @ cider
        = Cider makers of {region} agree on a protected name
        > It took eleven years to settle which pears count as apples.
        @ lottery-win
        = Workforce of a mill in {town} buys the mill
        > {n} employees put up their savings; {bank} lends the rest. The former owner stays on as a fitter.
        n: 44-160
        @ wind-auction
        = Wind auction off {port} ends below expectations
        > Two of five fields found no bidder. Interest rates and cable costs are to blame, the industry says.
        @ paper-money
        = {country} redesigns its banknotes and asks for birds
        > Ten species are up for a vote. The curlew leads the wren by a wing.
        @ hotel-nights
        = Hotels in {region} fuller than ever in November
        > Storm watching has become a season of its own. Rooms with a view of the breakers cost extra.
        @ shoe-factory
        = Shoe factory returns to {town} after {n} years
        n: 18-40
        > Robots glue, people finish. The boots cost a third more and come with ten years of soles.
        @ street-market
        = Street market of {town} takes cards, loses queue
        > Traders say they sell more and talk less. The cheese stall went back to cash.
        @ tram-maker
        = {rail} leases trams like telephones
        > Cities pay by the kilometre, repairs included. {town} is the first to sign.
        @ audit-fine
        = Auditor fined for believing a photograph of a warehouse
        > The warehouse existed, the goods did not. The regulator asks the trade to “go and look”.
        @ wool
        = Wool finds buyers again, as insulation
        > Shepherds in {region} used to burn it. A plant in {town} now presses it into mats for attics.
        @ cinema-chain
        = Small cinemas in {country} buy the large chain
        > Nine independents bid together for a bankrupt multiplex. They will keep four screens of twelve.
        @ bakery-index
        = The price of a roll: a bakery index for {country}
        > {bank} compares what ten minutes of work buy in the morning. {town} leads, {town2} is last.
        """
}
