/// The technology section.
enum TechnologyTables {
    static let all = [developing, great, own, more, FurtherTables.technology]

    private static let developing = """
        @ payment-outage
        hours: 3-9
        shops: 8000-46000/1000
        = Card payments fail across {country}
        = Cash only: payment network in {country} is down
        = Outage at {tech} leaves {shops} shops without card payments
        = “Please have coins ready”: {country} pays by hand for a day
        > Since the morning cards have not worked in most shops of {country}. {tech}, which runs the network, speaks of a fault in a data centre.
        > About {shops} shops could take cash only. Bakeries and buses reported queues.
        > Payments between banks are not affected, the supervisor said.
        --
        = Expired certificate caused the payment outage, {tech} admits
        = One forgotten renewal: why cards failed in {country}
        = {tech}: it was a certificate
        = Payments are back after {hours} hours; the questions begin
        > A certificate ran out at midnight, and with it the trust between two data centres. It took {hours} hours to find.
        > {tech} had a calendar for renewals. The entry belonged to an employee who retired in spring.
        > The supervisor wants to know why the backup used the same certificate.
        --
        = {tech} to pay shops for lost sales after outage
        = {country} orders payment networks to rehearse failure twice a year
        = After the outage: shops get a flat sum, customers get an apology
        > Each shop gets a flat sum, and the supervisor demands two rehearsals of failure a year.
        > {tech} will publish a full report in {month}, an unusual step in the business.
        @ chip-plant
        jobs: 900-2600/100
        = {tech} picks {town} for its chip plant
        = {town} wins the race for a chip plant, and {jobs} jobs
        = Chip plant to be built near {town}
        = Water, power, {jobs} jobs: what a chip plant means for {town}
        > {tech} wants to make power chips near {town} from {nextyear} on. It promises {jobs} jobs.
        > The town had competed with eleven others. Its deciding asset was a steady supply of cool water from {river}.
        > Environmental groups ask for a closed water circuit.
        --
        = Residents of {town} want to see the chip plant’s water bill
        = Chip plant: {tech} agrees to a closed water circuit
        = Hearing on the chip plant in {town} lasts until two in the morning
        > After a long hearing {tech} agreed to recycle nine tenths of its water. The permit is expected in {month}.
        > Four hundred people came to the hearing. Most of them spoke about traffic rather than about chips.
        --
        = Permit granted: work on {town} chip plant starts in {month}
        = {town}’s chip plant gets its permit, with {conditions} conditions
        conditions: 14-61
        = Green light for the chip plant near {town}
        = {tech} may build: council of {town} votes yes
        > The council approved the plant with {conditions} conditions, among them a tram line and a quiet night shift.
        > The first wafers are to leave the plant in two and a half years.
        @ messenger-merger
        = Two messengers agree to talk to each other
        = {tech} opens its messenger to a rival
        = Messages will cross from one app to the other by {month}
        = What the messenger opening means for your chats
        > {tech} and a smaller rival will let users write to each other from {month}, with encryption from end to end.
        > It is the first time that two large messengers open up on their own accord, ahead of a law.
        --
        = Experts find gap in the plan for linked messengers
        = Linked messengers: who checks whose keys?
        = Cryptographers ask for changes before messengers are linked
        > Researchers of {institute} say that a server could add a silent listener when a chat crosses over. Both firms will change the draft.
        > The gap is in the specification, not yet in any program, the authors stress.
        """

    private static let great = """
        @ browser-engine
        = A fourth browser engine passes the standard tests
        = New browser engine reaches {pass} per cent in the web test suite
        pass: 91-97
        = Written from scratch: a browser engine joins the big three
        = Small team, new engine: is the browser world about to change?
        > A browser engine that began as a hobby passes {pass} per cent of the public test suite.
        > Sponsors pay for nine full-time programmers. A first preview for daily use is planned for {month}.
        > It shares no code with the three large engines, which standards people call healthy.
        @ model-on-phone
        = Translation without the cloud: {tech} puts a language model on cheap phones
        = {tech} shows phone that translates offline
        = Offline translator fits into 400 megabytes
        = No network needed: new phone translates eleven languages
        > {tech} presented a phone that translates eleven languages without a connection. It is to cost less than a pair of shoes.
        > In our test it stumbled over menus, but handled a timetable and a doctor’s letter well.
        > The model was trained by {institute}, which publishes it under a free licence.
        @ router-hole
        = Hole in popular routers lets strangers read along
        = Update your router: experts find serious flaw
        = Flaw in {tech} routers affects {n} models
        n: 11-38
        = {tech} has a patch for its routers, and you should install it tonight
        > A flaw in the remote maintenance of {n} router models lets attackers read unencrypted traffic. A patch is out.
        > The flaw was found by students of {institute}, who waited ninety days before they spoke about it.
        > Devices that update themselves are safe already; the others need a person and five minutes.
        @ repair-law
        = {country} makes repair a right, for phones and for kettles
        = Seven years of spare parts: {country} passes repair law
        = Repair law: what shops and makers must do from {nextyear}
        = Glue is out: {country}’s makers must build for repair
        > From {nextyear} makers must sell spare parts for seven years and publish instructions.
        > Glued-in batteries will not be allowed in devices above a certain price.
        > Repair cafés applauded from the gallery as the law was passed.
        @ satellite-net
        = {tech} launches {sats} satellites for a village internet
        sats: 12-48
        = Internet from orbit for {region}
        = Rocket carries {tech}’s first satellites to orbit
        = Small satellites, small bills: a rural network goes up
        > A rocket took {sats} small satellites into orbit, which are to connect villages in {region} from {month}.
        > {tech} says a monthly fee will be below that of a landline. Astronomers got promises about dark paint.
        > The satellites burn up after five years; the company must show that they do.
        @ open-source-fund
        = {country} sets up a fund for the software that everybody uses
        = Public money for small libraries: {country}’s new software fund
        = Fund pays maintainers of forgotten, vital code
        = “Like road repairs”: why {country} now pays for free software
        > The fund pays maintainers of small libraries that public services depend on. The first round goes to {n} projects.
        n: 17-44
        > A census had found a date library with one maintainer in nine of ten ministries.
        @ robot-harvest
        = Apple-picking robots match people for the first time
        = Robots pick apples in {region}, gently
        = In {region} robots bring in a tenth of the apple harvest
        = The robot that squeezes an apple just enough
        > Robots by {tech} picked as many apples an hour as a trained person, with fewer bruises.
        > They work at night, by infrared, and leave the ladder work to people.
        > Growers in {region} rent them by the crate.
        @ password-end
        = {bank} drops passwords altogether
        = No more passwords at {bank}
        = {bank} says goodbye to the password; what customers must do
        = First bank in {country} without passwords
        > From {month} customers of {bank} sign in with a key on their device. Passwords are deleted, not archived.
        > Those without a smartphone get a small key for the keyring. Fraud by phishing fell by nine tenths in the trial.
        """

    private static let own = """
        @ compiler-speed
        = How one team made its build {n} times faster by deleting a cache
        n: 3-7
        > The cache had been slower than the work that it saved since a change of disks. Nobody had measured.
        @ keyboard-kit
        = A keyboard that you solder yourself sells out in {town}
        > The kit comes without instructions on purpose. Buyers meet on {weekday}s at the library and ask each other.
        @ e-ink-bus
        = Bus stops in {town} get displays that last a year on one battery
        > Electronic paper, solar cells, and a radio that wakes once a minute: the city’s engineers built it themselves.
        @ school-server
        = Pupils in {town} run their school’s mail server, better than before
        > Two classes share the pager. The longest outage this year lasted eleven minutes, and was a drill.
        @ wind-forecast
        = Cheap sensors improve the wind forecast for {region}
        > {institute} put four hundred sensors on farm gates. Sailors noticed before the meteorologists did.
        @ spreadsheet-law
        = Study: a third of {country}’s public spreadsheets have an error in the sum
        > Researchers of {institute} checked nine thousand files. Most mistakes cancel each other out, but not all.
        @ retro-modem
        = Two thousand people dial into a mailbox in {port} each month
        > The bulletin board has run since the days of modems. Its operator answers every message, sometimes the same week.
        @ battery-sand
        = Sand battery heats {town} through the first cold week
        > A silo of sand at 500 degrees stores surplus wind power. The swimming pool is the largest customer.
        @ bike-chip
        = Stolen bicycles in {town} now phone home
        > A tracker in the handlebar, made by {tech}, wakes up when the bell is stolen as well.
        @ open-maps
        = Volunteers map every bench in {region}
        > 14,000 benches, with view, shade and armrests. Hospitals already plan walks with the data.
        @ hearing-aid
        = Hearing aid learns who you want to listen to
        > A prototype by {institute} follows the wearer’s gaze. In noisy cafés testers understood twice as many words.
        @ data-centre-heat
        = Data centre in {town} now heats {homes} homes
        homes: 600-4200/100
        > Waste heat goes to the district network by a pipe of two kilometres. The operator gets cold water back.
        @ paper-ballots
        = {country} sticks to paper after trial with voting machines
        > The machines counted correctly. The queue in front of them was three times as long.
        @ library-3d
        = Library in {town} lends out oscilloscopes
        > Next to the novels stand soldering irons, microscopes and a sewing machine with a waiting list.
        @ code-review
        = What reviewers look at: eye tracking in front of {#n},000 changes
        n: 2-9
        > Short changes are read twice, long ones not once, a study by {institute} finds.
        @ radio-amateurs
        = Radio amateurs bounce a picture of {town} off the moon
        > It took nine seconds for each line. The picture shows the town hall, and a thumb.
        @ lift-software
        = Lifts by {tech} stop at midnight, and nobody knew why
        > A counter of seconds overflowed after 248 days. The fix is one line; reaching all lifts takes until {month}.
        @ font-dyslexia
        = The typeface that a ministry designed for its angriest letters
        > {country} sends tax notices in a new, open typeface. Calls to the hotline fell by a fifth.
        """

    private static let more = """
        @ mesh-mountain
        = Mountain huts in {region} build a network without a provider
        > Antennas on nineteen huts pass messages on. Weather and avalanche warnings have priority over photographs.
        @ museum-games
        = {museum} shows how a game was made in 48 kilobytes
        > The exhibition lets visitors toggle single instructions. The most popular one removes gravity.
        @ train-wifi
        = {tech} finds out why train wifi fails: the windows
        > A metal coating keeps out heat, and radio. Lasers now burn fine lines into the panes of {n} carriages.
        n: 60-320/10
        @ chat-hotline
        = City of {town} switches its chatbot off, and adds two people
        > Two of three questions had been about bins. The new leaflet about bins is one page long.
        @ sqlite-farm
        = Dairy in {region} runs on a database file of nine gigabytes
        > No server, no subscription: a cooperative of farms keeps its herd book in one file, and copies it at night.
        @ fibre-listening
        = Old telephone cable under {port} listens for ships and quakes
        > {institute} reads vibrations from light in the glass. A passing whale sounds, they say, like a distant tram.
        @ phone-free
        = School in {town} ends phone ban, keeps the phone shelf
        > Pupils voted to keep handing in their phones in the morning, but to call the shelf a hotel.
        @ quantum-clock
        = Clock of {institute} would be off by a second in {n} billion years
        n: 12-60
        > It fits into a shoebox and may find groundwater by its pull. First, it has to survive a van.
        @ smart-meter
        = Smart meters in {country} to show prices an hour ahead
        > Washing machines may wait on their own for cheap power. People may overrule them, the regulator stresses.
        @ printer-open
        = An open-hardware printer takes any ink
        > Designers from {town} published all plans. The cartridge is a jar with a lid.
        @ captions
        = Theatre in {town} projects captions into visitors’ glasses
        > The delay is below half a second. Actors who improvise are the software’s remaining enemy.
        @ ransomware-town
        = {town} refused to pay ransom and rebuilt in {n} days
        n: 9-31
        > Backups on tape, tested each quarter, made the difference. The dog licences had to be typed in again.
        @ parser-bug
        = A comma in an address stopped parcels to {town} for a week
        > {tech} sorted them to a town that does not exist. It has, by now, a very full depot.
        @ ship-ai
        = Autopilot steers a freighter into {port} without a hand on the wheel
        > Two pilots watched and did nothing, which they describe as tiring.
        @ solar-balcony
        = Every ninth balcony in {town} makes its own power
        > A plug, two panels, no form: since the rules were eased the number has tripled.
        """
}
