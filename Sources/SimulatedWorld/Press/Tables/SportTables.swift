/// The sport section.
enum SportTables {
    static let all = [developing, great, own, more, FurtherTables.sport]

    private static let developing = """
        @ cup-run
        = {club} draw {club2} in the cup quarter-final
        = Cup draw: {club} against {club2}, again
        = Giant for a small club: {club} get {club2} at home
        > {club}, of the third division, host {club2} on {weekday}. Tickets were gone within the hour.
        > The last meeting ended 7–0. {club} have a new goalkeeper since, who works at a bakery.
        --
        = Third-division {club} knock {club2} out of the cup
        = Cup sensation: {club} beat {club2} on penalties
        = The baker saves two: {club} into the semi-final
        = {club2} fall at little {club}
        > 1–1 after extra time, 4–2 on penalties: {club} are in the semi-final for the first time.
        > The goalkeeper saved two penalties and was at the oven at four in the morning.
        > {club2}’s coach congratulated every single opponent, and left without a word to his own.
        --
        = {club} sell bread with the goalkeeper’s face
        = A town goes mad: {club} before the semi-final
        = What a cup run does to a town
        > The bakery sells rolls shaped like gloves. {club} have had four hundred new members in a week.
        > The semi-final will be played on {weekday}; the club has turned down an offer to move it to a bigger stadium.
        @ cycle-tour
        km: 142-213
        = Tour of {country}: stage to {town} goes to a breakaway
        = Breakaway of four survives to {town}
        = Sprinters caught napping on the road to {town}
        > Four riders held off the field by eleven seconds after {km} kilometres. The leader’s jersey changes hands.
        > Headwind along {river} had split the field early.
        --
        = Snow shortens the mountain stage of the Tour of {country}
        = Tour of {country}: the pass is closed, the race is not
        = Leader cracks in sleet on the way to {town2}
        > The pass was cut from the stage. The leader lost two minutes all the same, and the jersey with them.
        > Riders warmed their hands on radiators in a school before they went on.
        --
        = Tour of {country} decided by {s} seconds
        s: 2-9
        = {s} seconds after three weeks: the Tour of {country} ends in {town2}
        = The closest Tour in history ends on a rainy boulevard
        = A mechanic’s tyre choice wins the Tour of {country}
        > After three weeks {s} seconds decided the Tour. The winner had chosen the broader tyres that morning.
        > The runner-up led by four seconds with a kilometre to go, and slipped in the last bend.
        @ coach-leaves
        = {club} part with their coach after five defeats
        = Coach of {club} goes, by mutual consent
        = Five defeats in a row: {club} change coach
        > {club} have not won since the second match day. The assistant takes over for now.
        > Supporters had sung the coach’s name all the same. The board speaks of a difficult decision.
        --
        = {club} appoint the youngest coach of the league
        = New at {club}: a coach of twenty-nine
        = From data analyst to the bench: {club} surprise with new coach
        > The new coach has analysed matches for {club} for four years, and knows, the captain said, what everybody has for breakfast.
        > The first task is the derby against {club2} on {weekday}.
        """

    private static let great = """
        @ derby
        = {club} win the derby against {club2}
        = Late goal decides the derby in {club}’s favour
        = Derby: {club2} lead, {club} win
        = {club} – {club2}: a derby with everything, including fog
        > {club2} led until the eightieth minute, then {club} turned the match within five. 2–1 it ended.
        > Fog had delayed the kick-off by three quarters of an hour. The second half was seen by those in the front rows.
        > It is {club}’s first derby win in three years.
        @ marathon
        = Debutant wins the marathon of {town}
        = Marathon of {town}: nurse beats the professionals
        = Night shift, then the marathon: a nurse wins in {town}
        = Course record in {town} by a runner without a sponsor
        > A nurse from {town2} won the marathon in her first race over the distance, in a course record.
        > She came from the night shift, because the roster could not be changed.
        > Eighteen thousand ran. The last one came in with the street sweepers, who formed a guard of honour.
        @ regatta
        = {port} wins the coastal rowing regatta by a bow
        = Photo finish in the regatta off {port2}
        = Eight oars, one bow: {port} take the regatta
        = Swell and a photo finish: the regatta to {port}
        > {port}’s eight beat {port2}’s by less than a metre after six kilometres of swell.
        > Two boats filled up and were rowed home by their rivals.
        > The cup, a soup tureen, goes back to {port} for the first time since the harbour was rebuilt.
        @ tennis-final
        = Qualifier wins the open of {town}
        = From qualifying to the cup in {town}
        = {town} final goes to a player who had booked the early train
        = Five sets, four hours: a qualifier is champion in {town}
        > The world’s number 140 won in five sets. Her return ticket had been for the Tuesday.
        > She saved three match points in the fourth set, one of them with the frame.
        > It is the first final of her career.
        @ stadium-plan
        seats: 14000-38000/1000
        = {club} to build a stadium of wood
        = New stadium for {club}: {seats} seats, no parking
        = A stadium made of timber for {club}
        = {club} plan the greenest stadium of the league
        > The stadium will hold {seats} and be built of larch from {region}. There will be a tram stop, no car park.
        > Members agreed with a large majority. The old ground becomes a park with its goals left standing.
        > Building begins in {month}.
        @ ski-opening
        = No snow, no race: ski opening in {region} called off
        = Ski season to begin a week late
        = Grass on the slope: opening race cancelled
        = Rain in {region} stops the ski season before it starts
        > The opening race in {region} is cancelled. At seven degrees no cannon helps.
        > It is to be made up in {month}. Ticket holders get their money back, and soup.
        > The federation thinks about moving the calendar for good.
        @ handball
        = {country} reach the handball final
        = Handball: {country} beat {country2} by a goal
        = A save in the last second takes {country} to the final
        = Final! {country}’s handballers hold their nerve
        > 28–27: {country} beat {country2} in the semi-final. The goalkeeper stopped the last throw with her foot.
        > {country2} had led by six at half-time.
        > The final is on {weekday}, against whoever is left standing.
        @ chess
        = Fourteen-year-old holds the champion to a draw
        = Chess in {town}: a pupil stops the champion
        = Draw of the year: a ninth-grader in {town}
        = The champion offered a draw; she thought about it for an hour
        > A pupil of fourteen drew with the champion in {town}, with black, after seven hours.
        > The champion offered the draw. She declined twice, then had to catch a bus.
        > She shares second place before the last round.
        """

    private static let own = """
        @ groundsman
        = The groundsman of {club} retires after {n} seasons
        n: 29-47
        > He knows each mole by name. The final whistle of the season will be his to blow.
        @ goal-drought
        = {club} score after {n} minutes without a goal
        n: 540-810/10
        > It was an own goal by {club2}, but nobody in the stand minded.
        @ ice-swim
        = Ice swimmers of {port} break the hole and the record
        > 211 people stayed in for a minute. The water had one degree, the tea ninety.
        @ referee
        = Referee admits mistake, gets applause in {town}
        > The goal was a foot offside. He said so over the loudspeaker, and the match went on.
        @ darts
        = Darts league in {region} introduces a silent round
        > Without music and shouting the averages rise. Attendance falls.
        @ walking-football
        = Walking football: {town} champions at an average age of 71
        > The winning goal came at a brisk stroll. Running was punished twice.
        @ pigeon
        = Racing pigeon lands in {town}, {n} kilometres off course
        n: 310-980/10
        > It has been adopted by a primary school, and refuses to leave during lessons.
        @ climbing
        = Climber from {town} first up the north face of the silo
        > The grain silo is sixty metres high, and the owner held the rope.
        @ table-tennis
        = Table tennis hall of {town} never closes
        > Key, light, honesty box: the club counts players at three in the morning.
        @ transfer
        = {club} sign striker for a lorry of timber
        > The fee reflects the sponsor’s business. {club2} will build a stand with it.
        @ women-league
        = Women’s league of {country} draws record crowd
        n: 21000-48000/500
        > {n} saw {club} against {club2}. The league moves its top match to the evening for good.
        @ curling
        = Curling stones from {region} pass the test for the championships
        > The granite comes from one quarry that had been closed for years. Geologists helped with the licence.
        @ orienteering
        = Orienteering champions get lost on the way to the prize-giving
        > The hall in {town} had two entrances, neither of them on the map.
        @ fan-train
        = Fans of {club} run their own away train
        > Cheaper, later, louder than the official one, and with a compartment for sleeping children.
        @ fencing
        = Fencer wins with a borrowed blade
        > Her luggage went to {town2}. The loser in the final had lent her the sabre.
        @ pitch-sheep
        = Sheep keep the pitch of {club} short
        > Rain had sunk the mower. The flock is paid in season tickets, which the shepherd uses.
        @ sailing
        = Solo sailor reaches {port} after {n} days
        n: 61-140
        > She asked for a newspaper, a tomato and the result of {club}, in that order.
        @ bowls
        = Bowls club of {town} wins court case about a tree
        > Its shade affects the third lane. The judge came to play, and let the tree stand.
        """

    private static let more = """
        @ kit
        = {club} return to stripes after vote of members
        > A designer’s shirt with fog on it had sold well everywhere except in {town}.
        @ relay
        = Relay around {region} takes {n} hours and one goat
        n: 22-46
        > A team of eleven carried a bell along the ridge. The goat joined at kilometre ninety.
        @ youth
        = Every club in {region} must now offer girls’ football
        > Those without a team share one with the neighbours. {n} new teams have registered.
        n: 41-180
        @ stadium-food
        = Best soup of the league is served at {club}
        > A blind tasting in nine stadiums put lentils before sausage.
        @ swimming
        = Young swimmer from {town} breaks national record in the slow lane
        > The training group had lane six because lane three was booked by aqua aerobics.
        @ running-app
        = Runners draw a heron on the map of {town}
        > The route is 31 kilometres long. The beak leads through a car park.
        @ boxing
        = Boxing gym in {town} teaches fractions
        > Homework first, gloves later. Marks in the district have gone up by half a grade.
        @ gliders
        = Glider stays up for {n} hours along the ridge of {region}
        n: 9-15
        > The pilot landed when the sandwiches ran out.
        @ ultimate
        = Frisbee players of {town} win title without a referee
        > Disputes were settled in the circle afterwards, as the rules ask.
        @ hockey
        = Ice hockey: {town} play outdoors, and lose a puck to the lake
        > Ninth-minute thaw stopped the match for an hour. {town2} won 3–2.
        @ archery
        = Archer, 82, qualifies for the nationals
        > She took up the sport at seventy, “for the quiet”.
        @ basketball
        = {town} win by a basket from their own half
        > The ball left the hand with the horn. Officials watched the film for nine minutes.
        @ esports
        = University of {town2} plays for degrees in esports, and in physiotherapy
        > Both courses share a building, and most of their patients.
        @ parkour
        = {town} builds parkour course from old kerbs
        > The tram depot had two hundred to spare. Opening is on {weekday}.
        @ horse
        = Farm horse wins sprint against trotters in {region}
        > It had pulled the water cart until noon, and went back to it.
        """
}
