/// More stories that one outlet has to itself, so that a week goes by without a repetition.
enum FurtherTables {
    static let world = """
        @ post-office-bench
        = Villages in {region} get their post office back, as a bench with a drawer
        > The drawer opens with a code, the bench is heated. The post bus stops twice a day.
        @ twin-towns
        = {town} and {town2} end their partnership by friendly letter
        > After forty years nobody remembered who owed whom a visit. The brass bands stay in touch.
        @ coal-train
        = Last coal train crosses {region}
        > People stood on the bridges to wave. The line will carry timber and, on Sundays, hikers.
        @ embassy-garden
        = Embassy of {country} opens its garden to the neighbourhood
        > It is the only green square for half a mile. Guards now double as referees.
        @ ferry-library
        = Ferry to {region} carries a library that nobody returns from empty-handed
        > Books may be borrowed on one crossing and given back on any other. Nine of ten come back.
        @ flood-gates
        gates: 6-22
        = {port} tests its {gates} flood gates, and finds a swan’s nest in one
        > The test was broken off until the eggs have hatched. Spring tides are not due before then.
        @ voter-age
        = {country} lets sixteen-year-olds vote, after a vote by those over sixty
        > A citizens’ assembly, drawn by lot, had proposed it. Its oldest member was the loudest in favour.
        @ tram-line-nine
        = {town} opens tram line nine, which was planned before line four
        > The project outlived seven mayors. The first tram was driven by the eighth.
        @ mountain-rescue
        = Mountain rescue in {region} asks hikers to carry a whistle
        > Phones ran out of power in every third search this year. Whistles did not.
        @ archive-fire
        = Land records of {town} survive fire thanks to a schoolteacher’s copies
        > She had photographed every page for a local history, which nobody had wanted to print.
        """

    static let technology = """
        @ clock-tower
        = Town clock of {town} now sets itself, against the wishes of its keeper
        > He went up 141 steps twice a week for thirty years. He will go on, to check.
        @ harbour-radar
        = {tech} gives old ship radars to schools near {port}
        > Pupils built a warning system for ferries and flocks of geese. The geese are the harder case.
        @ game-cartridge
        = New game for a console that is older than its makers
        > Two sisters from {town} wrote it in assembly language. It comes on a cartridge, with a manual in verse.
        @ sign-language
        = App recognises sign language, dialects included
        > {institute} asked signers in nine towns. “Potato” has eleven variants.
        @ weather-balloon
        = Pupils’ weather balloon lands on the roof of {tech}
        > The firm returned it with a full report of its flight, and offered three internships.
        @ cable-ship
        = Cable ship leaves {port} to lay a second line to {region}
        > An anchor had cut the first one twice. The new line takes a detour of forty kilometres.
        @ voice-clone
        = {country} makes it a crime to copy a voice without consent
        > Actors and train announcers had asked for the law. Parodies stay allowed, if they are announced.
        @ exam-offline
        = {institute} holds its programming exam on paper, and marks go up
        > Students wrote less and thought more. The markers need better lamps.
        """

    static let business = """
        @ lamp-factory
        = Lamp factory in {town} sells light by the hour
        > Customers pay for brightness; bulbs and repairs are the maker’s problem. Bulbs have become remarkably durable.
        @ pier-hotel
        = Old pier of {port} sold for a crown, with obligations
        > The buyer must open it to walkers and repair eleven piles a year.
        @ cheese-exports
        = Mild cheese from {region} conquers canteens abroad
        > The strong one stays at home, producers say, where it is understood.
        @ coop-bank
        = {bank} lets members vote on loans by village hall
        > Projects in {region} were approved faster than at headquarters, and defaulted less.
        @ shipyard
        = Shipyard in {port} builds ferries again, one at a time
        > The hall was rented out for television shows for a decade. The last set, a palace, serves as canteen.
        @ packaging
        = Cardboard boxes get smaller as post charges by volume
        > Warehouses in {town} cut boxes to measure. Air freight, a manager said, used to be meant literally.
        @ second-hand
        = One in {n} garments sold in {country} is now second-hand
        n: 4-9
        > Chains open corners for it. Darning is back on the curriculum of the trade school in {town}.
        @ orchard-insurance
        = Fruit growers in {region} insure each other against hail
        > They pay with labour: whoever is spared helps the others to prune.
        """

    static let science = """
        @ owl-flight
        = Owl feathers make fans quieter
        > A comb on the blades breaks up the air. {institute} tested it in a cinema.
        @ lake-sediment
        = Mud from a lake near {town} tells of a forgotten harvest
        > Pollen shows four centuries of hemp where nobody had written any down.
        @ tortoise
        = Tortoise in {town} is older than its zoo, records show
        > It arrived as ballast control on a ship, according to a receipt.
        @ honey-bees-cold
        = Bees keep warm by taking turns
        > A camera for heat shows how the outer ones move in. Nobody stays outside for longer than eleven minutes.
        @ sand-songs
        = Why the dunes of {region} hum
        > Grains of one size fall into step. {institute} can make it happen in a drawer.
        @ lichen
        = Lichen survives {n} months outside a space station
        n: 11-19
        > It went on growing after its return, a little offended, the botanists say.
        @ ship-worm
        = Shipworms date a wreck off {port} to the day
        > They had started their tunnels in a warm week, which the logbooks of the time confirm.
        @ aurora
        = Northern lights over {region} were the strongest in {n} years
        n: 18-44
        > Compass needles moved by a degree. Pigeon races were postponed.
        @ crow-tools
        = Crows in {town} lend each other tools
        > One bent a wire, three used it. {institute} saw no sign of a fee.
        @ salt-lake
        = Pink lake near {town} turns blue, and nobody knows why yet
        > Algae gave it the colour. Samples from this week hold almost none.
        @ tooth-enamel
        = Gel rebuilds enamel in the lab, but not in the mouth so far
        > Saliva washes it off too soon. {institute} hopes for a stickier version by {month}.
        @ fungus-net
        = A single fungus lives under {n} hectares of {region}
        n: 40-310/10
        > It is one of the largest living things known. Mushroom pickers had their suspicions.
        """

    static let culture = """
        @ silent-museum
        = {museum} tries an evening without labels
        > Visitors looked at pictures three times as long, and asked the guards, who liked it.
        @ brass-winter
        = Brass band of {town} rehearses in the swimming baths
        > The town hall is being painted. The echo has already changed the programme.
        @ novel-serial
        = {town} reads a serial novel on its bus tickets
        > Each line prints another chapter. Some passengers now change for the plot.
        @ stage-dog
        = Dog at {theatre} leaves the stage too early, to applause
        > It had heard the interval bell. The understudy is a cat.
        @ mural
        = Mural of {river} grows around four houses in {town}
        > It shows the river at every hour of one day. Neighbours chose the hour for their wall.
        @ lullabies
        = Archive of lullabies seeks the one about the goat
        > Forty versions have come in from {region}; in none does the goat get away.
        @ radio-orchestra
        = Radio orchestra plays the shipping forecast
        > Composers set one gale each. Sailors off {port} listened, and found it accurate.
        @ theatre-prompt
        = The prompter of {theatre} takes a bow after {n} years
        n: 28-46
        > She knows 214 roles by heart and has never been seen on stage before.
        """

    static let sport = """
        @ floodlights
        = {club} play with half the lights, and the crowd sings louder
        > A fuse blew at the hour. Both captains agreed to go on.
        @ rugby-mud
        = Rugby: {town} beat {town2} by a try that nobody could see
        > Mud had covered both numbers and the line. The referee asked the players, who told the truth.
        @ ski-jump
        = Old ski jump of {town} becomes a slide for everyone
        > The federation moved to a higher hill. The run-out ends at a sausage stand.
        @ skating
        = Speed skater trains on the canal, wins in the hall
        > Bumps teach balance, she says. Her club in {town} has started to make bumps.
        @ volley
        = {town} win the beach volleyball cup in gloves
        > It was five degrees. The final lasted until the tide came in.
        @ veteran-cup
        = Goalkeeper, 61, keeps a clean sheet for {club}
        > All three others were ill. He had come to sell programmes.
        @ lap-record
        = Lap record on wooden track falls after {n} years
        n: 21-52
        > The timekeeper who had stopped the old one stopped the new one too, with the same watch.
        @ goal-net
        = Cup match ends early after dog takes the ball home
        > It lives next to the ground of {club}. The replay is on {weekday}, with a fence.
        """
}
