/// The science section.
enum ScienceTables {
    static let all = [developing, great, own, more, FurtherTables.science]

    private static let developing = """
        @ comet
        mag: 2-4
        comet: Comet Skerry-9 | Comet Quill | Comet Tarn-Isk
        = {comet} may be visible to the naked eye next week
        = Look east before dawn: {comet} is getting brighter
        = A bright comet is on its way, astronomers hope
        = {comet} surprises astronomers at {institute}
        > {comet} has brightened tenfold in a week. If it goes on like this, it will be visible without a telescope.
        > Comets are like cats, an astronomer at {institute} said: they have tails and do as they like.
        > The best view should be from hills without town lights, an hour before sunrise.
        --
        = {comet} has broken in two
        = Two comets for the price of one: {comet} splits
        = {comet} breaks up, and may shine all the brighter
        > Images from {institute} show two cores with a common tail. Fresh ice in the gap reflects more light.
        > Nobody knows whether the pieces will survive their passage by the sun on {weekday}.
        --
        = {comet} survives its passage by the sun
        = Half of {comet} is back, with a tail across the sky
        = How to see {comet} this week
        = Clear nights ahead for {comet}, and a wave of new stargazers
        > One of the two pieces came out from behind the sun. It can be seen with the naked eye after dusk.
        > Observatories in {region} open their doors all week. Bring gloves, they advise.
        @ deep-sea-probe
        depth: 4100-6900/100
        = Diving robot reaches {depth} metres off {port}
        = Robot sees hot springs that nobody knew of
        = {institute} finds a field of hot vents at {depth} metres
        > The robot of {institute} found eleven chimneys as tall as houses, and animals that the team could not name.
        > The dive lasted nineteen hours. The robot came back with a scratched lens and full sample jars.
        --
        = Contact lost with diving robot off {port}
        = Deep-sea robot falls silent on its second dive
        = Rescue under water: {institute} searches for its robot
        > Since the evening there has been no signal from {depth} metres. The robot should surface on its own when its batteries run low.
        > The cable is intact, so engineers suspect a flooded connector.
        --
        = Lost robot surfaces, {n} kilometres away
        n: 14-60
        = Fishing boat finds the diving robot of {institute}
        = The robot is back, and so are its pictures
        = “We thought it was a fridge”: crew hauls in deep-sea robot
        > A fishing crew found the robot {n} kilometres from where it dived. Its memory, and four hours of film, are sound.
        > {institute} thanked the crew with a plaque and new nets.
        @ vaccine-trial
        share: 71-89
        = Malaria vaccine protects {share} per cent of children in trial
        = New malaria vaccine does well in large trial
        = Trial in three countries: vaccine halves severe malaria, and more
        > A vaccine from {institute} protected {share} per cent of vaccinated children for two seasons.
        > Eleven thousand families took part. The doses keep for a month without a fridge, which matters as much.
        --
        = Independent panel confirms malaria vaccine results
        = How long does it last? Experts read the malaria trial closely
        = Panel praises vaccine trial, asks for a third year
        > Reviewers found no errors but ask for a third year, as protection seemed to fade in the youngest.
        > The full data were published, down to the thermometers used.
        """

    private static let great = """
        @ bird-count
        n: 11-34
        = Fewer swifts, more storks: the year’s bird count
        = Bird count in {country}: winners with long legs
        = {n} species in decline, says {country}’s bird census
        = What 40,000 volunteers saw in the sky
        > Volunteers counted birds on nine thousand routes. {n} species became rarer, storks and egrets more frequent.
        > Warm winters keep some birds here that used to leave. Insect eaters do worst.
        > The figures go back sixty years, to a postcard campaign of {institute}.
        @ old-tools
        years: 180-420/10
        = Stone tools from {region} are {years},000 years old
        = Older than thought: tools rewrite the story of {region}
        = Who made the tools in the cave near {town}?
        = Cave near {town} was a workshop, {years},000 years ago
        > Blades from a cave near {town} are {years},000 years old, twice as old as thought. Nobody knows who made them.
        > {institute} dated the layer by three methods, which agree.
        > No bones were found. The makers swept up, an archaeologist joked.
        @ sleep-study
        = Two short naps beat a long one, study finds
        = Nap twice: what {institute} learnt from {n} sleepers
        n: 240-980/10
        = Sleep study: the best nap lasts eighteen minutes
        = A nap after learning helps, a second one helps more
        > {n} volunteers learnt words and slept, or did not. Two naps of eighteen minutes did best.
        > The effect was small but lasted a week, {institute} reports. Coffee did not replace it.
        > The study was planned and published before it began, so that no result could be left out.
        @ mars-water
        = Radar finds a layer of ice under Mars’s equator
        = Ice where none was expected: new map of Mars
        = Mars has more ice than its poles, orbiter data show
        = A future well on Mars? Radar sees ice at thirty metres
        > Radar data show ice of the size of a large lake at thirty metres depth, near the equator.
        > Dust keeps it from vanishing. The team of {institute} checked eleven other explanations.
        > Landing sites may have to be thought over, mission planners say.
        @ bee-memory
        = Bumblebees remember faces, of a sort
        = Bumblebees learn to tell portraits apart
        = What a bumblebee sees in a face
        = Experiment in {town}: bees pick the right portrait
        > Bumblebees at {institute} learnt to link one of two portraits with sugar, and knew it from the side too.
        > They look at patterns, not at persons, the authors warn. Still, it was new to science.
        > The bees forgot the portrait after three days, and the researcher’s name at once.
        @ glacier-core
        depth: 210-640/10
        = Ice core from {region} holds {n},000 years of weather
        n: 11-38
        = {depth} metres of ice: a core tells of droughts
        = Drillers reach bedrock under the glacier of {region}
        = A library of ice is on its way to {town}
        > A core of {depth} metres was drilled in {region}. Its layers reach back {n},000 years.
        > Ash, pollen and bubbles of air tell of droughts long before there were gauges.
        > Half of the core stays unopened in the cold store, for methods that do not exist yet.
        @ antibiotic-soil
        = Garden soil from {town} yields a new antibiotic
        = New antibiotic found in a flower bed
        = Pupils dig up a promising antibiotic in {town}
        = Old-fashioned search, new drug: antibiotic from soil
        > Pupils sent in soil from a school garden. A bacterium in it makes a substance that kills resistant germs.
        > {institute} tested it in mice. Trials with people are years away, and may fail.
        > The school is named in the patent, and has plans for a new greenhouse.
        @ fusion-minute
        s: 61-340
        = Fusion plasma holds for {s} seconds
        = {s} seconds at a hundred million degrees
        = Reactor near {town} doubles its own record
        = Longer, hotter, steadier: fusion team reports progress
        > The test reactor near {town} kept its plasma stable for {s} seconds, twice as long as before.
        > It still uses more power than it makes. The point was control, {institute} says.
        > New magnets are to be fitted by {month}.
        """

    private static let own = """
        @ moss-roof
        = Moss on roofs cools {town} by half a degree
        > {institute} compared eighty streets for two summers. Moss needs no soil and hardly any care.
        @ whale-song
        = Whales off {port} change their tune after storms
        > Recordings of {institute} show lower, slower songs in the days after rough seas.
        @ tree-rings
        = Old beams of {town} date a forgotten drought
        > Tree rings in a barn show eleven dry years in a row, in a century that had been thought wet.
        @ pollen-app
        = Beekeepers help to forecast pollen in {region}
        > Hives with scales and cameras see the bloom before the weather service does.
        @ fish-ladder
        = Salmon return to {river} after {n} years
        n: 31-88
        > Cameras counted fourteen fish at the new ladder by the mill. They were greeted with a brass band.
        @ crystal
        = A crystal that mends its own scratches
        > Light makes the molecules move back, researchers of {institute} report. It works ten times, then no more.
        @ ant-bridges
        = How ants decide when a bridge is long enough
        > Each ant follows one rule: stay if you are walked upon. {institute} filmed two thousand bridges.
        @ moon-quake
        = The moon rings for {n} minutes after an impact
        n: 14-70
        > Old seismograms, read anew at {institute}, hold four hundred quakes that nobody had noticed.
        @ cold-coral
        = Cold-water corals found in the bay of {port}
        > Divers looked for a lost anchor and found a reef of four hectares. Anchoring is now forbidden there.
        @ yeast
        = Yeast from a shipwreck makes drinkable beer
        > The bottles lay off {port} for 170 years. {institute} revived four strains; one tastes of banana.
        @ language-map
        = Dialect map of {region} shows a border that nobody drew
        > It follows an old coach road. Words for “woodlouse” change within a hundred metres.
        @ bat-echo
        = Bats turn down their volume in company
        > In dense swarms they call more softly and more often, microphones of {institute} show.
        @ soil-carbon
        = Hedges store more carbon than thought
        > Researchers dug two metres deep in {region}. A third of the carbon lies below where others had stopped.
        @ math-tiles
        = Retired postman finds new way to tile a floor
        > Mathematicians of {institute} confirm that the pattern never repeats. He found it with biscuits.
        @ ice-fish
        = Fish with clear blood thrives in warmer bay
        > Biologists had expected the opposite. They suspect that it eats what its rivals no longer can.
        @ volcano-drone
        = Drone flies through the plume of a volcano and returns
        > It measured gases that announce an eruption by days. Its paint did not survive.
        @ tooth
        = A milk tooth tells where its owner grew up, {n} centuries ago
        n: 12-41
        > Strontium in the tooth fits the chalk of {region}, not the granite where it was found.
        @ frog-bridge
        = Frog tunnels under the road to {town} work, after a change of mood
        > Dim light at both ends did it. Use rose ninefold in a spring.
        """

    private static let more = """
        @ starlight
        = Observatory asks {town} to switch off, and {town} does
        > One hour a month the street lamps stay dark. Crime did not rise, attendance at the observatory did.
        @ plastic-worm
        = Enzyme from a river worm breaks down nylon
        > It takes weeks rather than centuries. {institute} now looks for a faster relative.
        @ mountain-plants
        = Plants climb {n} metres in a lifetime on the hills of {region}
        n: 40-180/10
        > Botanists repeated a survey of their grandparents’ generation, with the same notebooks in hand.
        @ hearing-spiders
        = Spiders hear with their webs, from across the room
        > A web is an ear a thousand times larger than the animal, {institute} reports.
        @ pulsar
        = Pulsar skips a beat, and theorists are glad
        > The star spun faster for a tenth of a second. Models of its inside predicted just that.
        @ peat
        = Rewetted bog near {town} stops losing carbon in its {nth} year
        nth: fourth | fifth | sixth | ninth
        > It happened sooner than models said. Mosquitoes, feared by neighbours, were outnumbered by dragonflies.
        @ replication
        = {n} of 40 famous experiments hold up
        n: 21-33
        > Teams in nine countries repeated classics of psychology. Those with larger samples did best.
        @ amber
        = Amber from {region} holds a flower in bloom
        > It is forty million years old and related to the tea plant. Pollen could be counted.
        @ shrimp
        = Shrimp-like animal eats oil from old wrecks
        > Not enough to clean a sea, {institute} warns, but enough to keep an eye on.
        @ placebo
        = Placebo works even in a box labelled placebo
        > In a trial with back pain patients knew what they took. A third felt better all the same.
        @ seagrass
        = Seagrass meadow off {port} is one plant, and very old
        > Samples from four kilometres apart are genetically the same. It may have sprouted before the last ice age ended.
        @ tide-clock
        = Mussels keep time by the moon, even in the lab
        > Far from any tide they opened twice a day, for weeks. Then they took on the hours of the canteen.
        @ dust
        = Desert dust feeds the forests of {region}
        > Phosphorus arrives by air each spring. Sensors of {institute} traced it to one dry lake.
        @ snow-algae
        = Red snow melts faster, and now there is a map of it
        > Algae colour the snow. Satellite pictures show them on twice as many glaciers as ten years ago.
        @ otter
        = Otters in {town} use the zebra crossing
        > A camera at the weir caught them at it forty times. They prefer the small hours.
        """
}
