/// The world section: what everybody tells, what develops, and what one outlet has to itself.
enum WorldTables {
    static let all = [developing, great, own, more, FurtherTables.world]

    private static let developing = """
        @ storm-at-sea
        wind: 110-150/5
        cut: 4000-38000/500
        storm: Storm Quern | Storm Ysolde | Storm Bracken | Storm Larkspur
        = {storm} heads for {region} with winds of {wind} km/h
        = Schools close early as {region} must brace for {storm}
        = Red warning for {port} as {storm} gathers speed offshore
        = Ferries cancelled and sandbags out before {storm}
        > {storm} is expected to make landfall near {port} after midnight. Forecasters speak of gusts of up to {wind} km/h.
        > Schools in {region} will close at noon. The coastguard asks everybody to keep away from the sea wall at {port}.
        > Ferries between {port} and {port2} are cancelled until further notice while {storm} approaches.
        . The national forecast office issued its highest warning for the first time in six years.
        --
        = {storm} leaves {cut} homes without power on the coast
        = {port} counts the cost after a night of {storm}
        = Thousands wake without power as {storm} tears through {region}
        = Sea wall at {port} holds, but the fish market does not
        > {cut} homes in {region} have no electricity after {storm} passed over {port} in the night. No deaths were reported.
        > The old fish market in {port} lost its roof, and trains along the coast stand still. The sea wall held.
        > Crews began to clear roads at dawn after {storm}, the strongest to reach {region} in a decade.
        . The power company said that two of its main lines had come down and that helicopters would inspect the rest.
        --
        = Power returns to most of {region} after {storm}
        = Volunteers with wheelbarrows: how {port} cleans up after {storm}
        = Government promises fund for those hit by {storm}
        = Only a few hundred homes still dark after {storm}, says grid
        > All but a few hundred homes in {region} have electricity again, three days after {storm} made landfall.
        > In {port} two thousand volunteers turned up with shovels and soup. The council had asked for two hundred.
        > The government will pay half of the uninsured damage of {storm}; insurers expect a bill of moderate size.
        . A review is to ask why the warning came three hours later in {port2} than in {port}.
        @ border-rail-talks
        days: 3-8
        = {country} and {country2} open talks on the closed border railway
        = Rail ministers meet in {town} after {days} years of silence
        = Could trains run again between {country} and {country2}?
        = Old line, new talks: {town} hosts a rare meeting of ministers
        > Transport ministers of {country} and {country2} met in {town} to speak about the line that has been closed since the bridge dispute.
        > It is the first such meeting in {days} years. Both sides called the mood businesslike.
        > A study found that the track needs new sleepers on forty kilometres, but that both tunnels are sound.
        --
        = Border railway: a draft is on the table, the bridge is not
        = {country} offers to pay for the tunnel if {country2} mends the bridge
        = Talks in {town} run into the night over one bridge
        = Who pays for the bridge? Rail talks in {town} find their sticking point
        > {country} would repair the tunnel if {country2} takes on the bridge over {river}, according to a draft seen by delegates.
        > The talks in {town} went on past midnight. The bridge over {river} would cost as much as the rest of the line.
        --
        = Trains to cross the border again by {nextyear}, ministers agree
        = {country} and {country2} sign railway deal in {town}
        = Handshake in {town}: the border line will reopen
        = After {days} years, a deal: night train to link {country} and {country2}
        = What the border railway deal says, and what it leaves out
        > The line is to reopen in {nextyear} with four trains a day. A fund of both states pays for the bridge.
        > {country} and {country2} signed an agreement in {town} that divides the cost by length of track.
        > The deal leaves freight for later, which ports along {river} criticise.
        @ budget-vote
        seats: 2-9
        cut: 2-6
        = Coalition in {country} splits over next year’s budget
        = {country}’s finance minister offers to resign over budget dispute
        = Budget row puts {country}’s government on the brink
        = Why {country} is arguing about a bus pass
        > The smaller partner refuses to cut the regional transport grant by {cut} per cent. The government has a majority of {seats}.
        > A dispute over the pensioners’ bus pass has grown into the worst crisis of {country}’s coalition so far.
        > The finance minister offered to step down; the head of government declined, for now.
        --
        = {country} heads for a knife-edge budget vote
        = Night session in {country}: both camps count their votes
        = Three undecided members hold {country}’s budget in their hands
        > Three members of parliament have yet to say how they will vote. The budget falls if two of them refuse it.
        > Parliament will sit until the vote is done. Committees traded amendments into the small hours.
        --
        = {country}’s budget passes by a single vote
        = One vote: {country}’s government survives
        = Bus pass saved as {country} adopts budget at dawn
        = {country} has a budget, and a weakened finance minister
        = The amendment that saved {country}’s government
        > Parliament adopted the budget at dawn by one vote, after the government gave way on the bus pass.
        > The government survives. To find the money, a motorway interchange near {town} will be built two years later.
        > A member from {region} changed sides in the last minute, and wanted a promise about her district’s hospital in return.
        """

    private static let great = """
        @ night-ferry
        years: 4-11
        vessel: a refitted catamaran | a hydrogen ferry | two second-hand ferries
        = Night ferry between {port} and {port2} to return after {years} years
        = {port} gets its night boat back
        = Night boat to {port2} sails again from {month}
        = Sleeper across the strait: {port} and {port2} agree on a ferry
        > The night ferry between {port} and {port2} will sail again from {month}, {years} years after the line was closed.
        > {port}’s harbour board voted to bring back the crossing with {vessel}. Tickets go on sale in a month.
        > Freight guarantees two thirds of the income, the rest must come from passengers, the board said.
        @ dam-agreement
        share: 35-60/5
        = {country} and {country2} settle dispute over water of {river}
        = Water deal: {share} per cent of {river} to stay upstream
        = After dry summer, neighbours agree how to share {river}
        = Farmers on {river} get guaranteed flow in summer
        > {country} may keep {share} per cent of the water of {river} in dry months, under a treaty initialled in {town}.
        > A joint office with gauges on both sides is to end years of mutual accusations.
        > Farmers downstream welcomed the agreement, with a question: who reads the meters?
        @ election-date
        = {country} to vote in {month} as parliament dissolves itself
        = Early election in {country}: what happens next
        = {country} calls early election for {month}
        = Parliament of {country} sends itself home
        > Voters in {country} will elect a new parliament in {month}, a year ahead of time.
        > Members voted by a large majority to dissolve parliament, after the governing parties could not agree on a housing law.
        > Polls suggest that neither camp will have a majority without the rural list.
        @ earth-tremor
        size: 41-56
        = Tremor shakes {region}; minor damage in {town}
        = Earthquake near {town} wakes half the country
        = Chimneys down but nobody hurt after tremor in {region}
        = Quake in {region}: survey expects weak aftershocks
        > An earthquake of moderate strength shook {region} in the early hours. Chimneys fell in {town}; nobody was hurt.
        > Trains stopped for two hours while tracks were inspected. Schools opened as usual.
        > The geological survey counted eleven aftershocks and expects more of them, each weaker than the last.
        @ fishing-quota
        cut: 12-30
        = Cod quota to fall by {cut} per cent next year
        = Fishing ports angry as ministers cut cod quota
        = Ministers agree on smaller catch after night of talks
        = {port} fears for its fleet after quota deal
        > Coastal states agreed in {town} to cut the cod quota by {cut} per cent. Scientists had asked for more.
        > In {port} skippers spoke of a quota that keeps boats tied up every other week.
        > Small boats below twelve metres are exempt, and may land as much as this year.
        @ wildfire-law
        = {country} bans new houses at the edge of its forests
        = After fires, {country} draws a line around its woods
        = New fire law: no building within eighty metres of the trees
        = {country}’s fire law divides {region}
        > After three summers of fire, {country} forbids new buildings within eighty metres of woodland.
        > Municipalities in {region} fear to lose building land; firefighters speak of a long-overdue step.
        > Owners of existing houses get grants for roofs, shutters and cisterns.
        @ port-strike
        days: 3-9
        pay: 4-7
        = Port strike ends after {days} days with {pay} per cent rise
        = Cranes turn again in {port}
        = Dockers in {port} accept offer, ships queue to unload
        = {port} strike over: what both sides gave up
        > Dockers in {port} returned to work after {days} days. They get {pay} per cent more, and accept remote-controlled cranes.
        > Some thirty ships wait in the roads. The harbour office expects two weeks until the queue is gone.
        > Supermarkets had begun to ration citrus fruit and coffee.
        @ embassy-reopens
        years: 9-22
        = {country} to reopen embassy in {country2} after {years} years
        = Flag goes up again: {country} returns to {country2}
        = {country} and {country2} restore full relations
        = Diplomats unpack in a building with {years}-year-old calendars on the walls
        > {country} will again have an ambassador in {country2}, {years} years after relations were broken off.
        > The two countries announced the step in identical statements. Visas are to follow by {month}.
        > The building in {town} had been looked after by a single caretaker, who watered the plants throughout.
        """

    private static let own = """
        @ bridge-name
        = {town} asks children to name its new bridge, and regrets it slightly
        > Of four hundred entries, ninety per cent proposed the same name: Bridgey. The council will vote on {weekday}.
        @ lighthouse-sale
        = Lighthouse at {port} for sale: one owner, {steps} steps
        steps: 128-214
        > The lamp was automated long ago. Whoever buys the tower must let the bird counters in each autumn.
        @ mayor-bicycle
        = Mayor of {town} gives up official car for good
        > The city sells the car and lends the driver to the library bus, which had been looking for one since spring.
        @ border-village
        = The village that lies in {country} until lunch
        > An old treaty moves the border at {town} with the church clock. A commission now wants to end that.
        @ tunnel-delay
        months: 5-14
        = {town} tunnel to open {months} months late
        > Water in the eastern tube has to be pumped out before the track can be laid. The builder blames an unmapped spring.
        @ night-bus
        = Night buses in {region} to run all week
        > What began as a trial for weekends proved popular with hospital and bakery staff.
        @ refugee-school
        = A school in {town} teaches in six languages, and one of them is music
        > Half of the pupils arrived in the last three years. Inspectors call their progress remarkable.
        @ island-doctor
        = A doctor for {region}, after {ads} advertisements
        ads: 14-41
        > The practice had been closed for two years. The new doctor came for the kayaking, and brings a nurse.
        @ court-river
        = Court grants {river} a guardian of its own
        > A lawyer and a biologist will speak for the river whenever a permit is decided upon.
        @ census
        = Census finds {town} smaller than it thought, by {people} people
        people: 180-900
        > The difference costs the town a seat in the regional assembly. It has asked for a recount.
        @ airport-hedgehogs
        = Runway works at {town} wait for hibernating hedgehogs
        > The airport moves the start of works to April. Airlines were told to expect the old runway for one more winter.
        @ ministry-paper
        = {country} moves its land registry from paper, after one last stamp
        > Eleven kilometres of files were scanned in four years. The stamps go to the national museum.
        @ peace-choir
        = Choir from both sides of {river} sings on the bridge
        > Police had expected two hundred listeners. About four thousand came, and the bridge had to be closed to cars.
        @ customs-cheese
        = Customs in {port} seize {tonnes} tonnes of cheese labelled as roof tiles
        tonnes: 3-19
        > The smell gave it away, an officer said. The tiles on top were real.
        @ water-price
        = {town} to charge for water by season
        > Summer water will cost twice as much as winter water from {nextyear}. Households get the first fifty cubic metres free.
        @ drone-post
        = Post by drone reaches {region} in all weathers but one
        > Fog still grounds the fleet. The postal service keeps one boat for such days, and for the cakes.
        @ mine-reopens
        = Old copper mine near {town} may reopen as a store of heat
        > Warm water from summer is to be kept in the galleries until winter. A test with one shaft begins in {month}.
        @ referendum-clock
        = {country} to vote on keeping summer time all year
        > Signatures were handed in by farmers, who want the opposite, and by cafés, who want it very much.
        """

    private static let more = """
        @ coast-path
        km: 180-420/10
        = Coastal path around {region} is complete, {km} kilometres later
        > The last gap, a farm near {port}, was closed when the owner asked for a gate and got two.
        @ ambulance-boat
        = New ambulance boat halves the way to hospital for {region}
        > The boat is stationed at {port} and reaches the mainland in eighteen minutes in calm water.
        @ prison-garden
        = {country} turns its oldest prison into allotments
        > The walls keep the deer out. There is a waiting list of {wait} households.
        wait: 120-640/10
        @ language-law
        = {country} makes a second language official in {region}
        > Road signs will be changed when they need repainting anyway, a compromise that took nine years.
        @ train-quiet
        = Overnight train from {town} to {town2} sells out in an hour
        > The operator had planned with six cars and now looks for ten. Bicycles travel free until {month}.
        @ flood-map
        = New flood map puts {homes} homes near {town} at risk
        homes: 300-4200/100
        > Owners get letters this week. The council promises that no insurer sees the map before they do.
        @ oldest-council
        = Council of {town} meets outdoors after vote on heating
        > Members decided by nine to eight to set the hall to sixteen degrees. The meeting lasted twenty minutes, a record.
        @ radio-mast
        = The last medium-wave mast of {country} falls silent
        > Engineers played the station’s first programme once more before they switched off. Sailors had asked them to.
        @ grain-ship
        = Grain convoy reaches {port} after detour around the strait
        > Eleven ships had taken the long way because of drifting buoys. Bakers speak of just enough flour until {month}.
        @ parliament-robots
        = {country}’s parliament bans chatbots from question time
        > Two members had put the same question, word for word, to two ministers. Both got the same answer as well.
        @ hill-village-fibre
        = Fibre reaches {region}, by donkey
        > The last six kilometres were too steep for machines. The donkeys are called Upload and Download.
        @ visa-students
        = {country} drops visa fee for students from {country2}
        > Universities had lobbied for the step for years. About two thousand students a year will profit.
        @ ice-road
        = Ice road in {region} opens {days} days later than usual
        days: 9-24
        > Four villages depend on the road for fuel. Helicopters carry what cannot wait.
        @ statue-moves
        = {town} moves its founder’s statue four metres to the left
        > A tram stop needs the place. Historians note that the founder never stood there in any case.
        @ harbour-whale
        = Young whale leaves {port} harbour after {hours} hours
        hours: 7-40
        > Fishing boats formed a lane and cut their engines. The whale was last seen heading north-west, in good shape.
        """
}
