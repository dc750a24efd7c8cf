/// The culture section.
enum CultureTables {
    static let all = [developing, great, own, more, FurtherTables.culture]

    private static let developing = """
        @ stolen-painting
        painting: Woman with Lantern | The Ferryman’s Table | Two Boats at Dusk
        = Painting stolen from {museum}
        = Thieves take “{painting}” in broad daylight
        = “{painting}” is gone: theft at {museum}
        > “{painting}” was taken from {museum} during a school visit. The frame was left behind.
        > A guard noticed the gap after an hour; the children had noticed it at once.
        --
        = Theft at {museum}: a child’s drawing helps police
        = Police publish a pupil’s sketch of the art thief
        = The nine-year-old witness of {museum}
        > A pupil had sketched the man with the large umbrella. Police call the likeness remarkable.
        > {museum} has left the wall empty, and counts more visitors than before.
        --
        = “{painting}” found in a left-luggage locker in {town}
        = Stolen painting is back at {museum}
        = Locker 114: the end of an art theft
        = Art thief had an umbrella and a season ticket
        > The painting lay in a locker at {town} station, wrapped in a towel. A man was arrested.
        > It is unharmed. {museum} will show it next to the sketch that helped to find it.
        @ film-festival
        = Film festival of {town} opens with a silent film
        = {town} rolls out a wet carpet for its film festival
        = Forty films, nine days, one umbrella: the festival of {town}
        > The festival of {town} opened with a silent film from this year, and a live orchestra.
        > Forty films compete. The jury is chaired by a projectionist, for the first time.
        --
        = At the festival of {town}, a film about a lift stops the show
        = “Third Floor” is the talk of the festival in {town}
        = Applause for nine minutes: a small film wins hearts in {town}
        > “Third Floor” follows six people in a stuck lift for ninety minutes. The audience stood for nine.
        > It was made for the price of a kitchen, in a lift that was due to be scrapped.
        --
        = “Third Floor” wins the festival of {town}
        = Film about a stuck lift takes top prize
        = {town}: jury prizes patience
        = A lift, a prize, a speech of eleven words
        > The jury in {town} gave its main prize to “Third Floor”, unanimously and within ten minutes.
        > “Thank you. We are sorry about the lift,” its makers said. The audience prize went to a documentary on moss.
        @ opera-strike
        = Orchestra of {theatre} stops playing in the second act
        = Silence at {theatre}: musicians walk out
        = Opera without orchestra: a dispute about the pit
        > Musicians left the pit after the interval. They complain of cold and of water on the floor.
        > The singers went on with a piano, to applause. The management speaks of a breach of contract.
        --
        = Dry feet, warm pit: deal at {theatre}
        = Musicians return to {theatre}
        = Orchestra dispute settled with pumps and heaters
        > The pit gets pumps, heaters and a carpet. The missed act is to be played for free on {weekday}.
        > The singers asked whether the piano may stay for rehearsals.
        """

    private static let great = """
        @ book-prize
        book: The Salt Ledger | A Room for the Tide | Small Hours in Quillmouth | The Weighing House
        = “{book}” wins the Estmere Book Prize
        = Estmere Prize goes to a debut: “{book}”
        = A novel about a harbour office takes the Estmere Prize
        = “{book}”: why this novel won
        > The jury praised “{book}” for its patience and its jokes. It is the author’s first novel.
        > The prize brings fifty thousand crowns and, by experience, ten times the readers.
        > The author works nights in a port authority, and means to go on.
        @ museum-reopens
        years: 3-9
        = {museum} opens again after {years} years
        = {museum}: old walls, new light
        = First look inside {museum}
        = Worth the wait? {museum} is back
        > {museum} has reopened after {years} years of building. Admission is free until {month}.
        > Half of the objects shown had never left the stores. The café has the best view of {river}.
        > The building cost a third more than planned, and leaks no longer.
        @ lost-tape
        band: The Paper Lanterns | North Quay | Ana’s Umbrella | The Weir
        = Lost recording by {band} found in a shed
        = {band}: a last album from a garden shed
        = Forty years on, {band} release their lost record
        = A tape, a shed, eleven songs: {band} are back
        > A tape that {band} thought wiped turned up in a shed in {town}. It comes out in {month}.
        > Eleven songs, one cough, and a dog: the band left everything on it.
        > There will be one concert, in the shed’s village.
        @ library-night
        = Half a million visit libraries of {country} in one night
        = Library night: queues until three in the morning
        = {country} reads through the night
        = At four in the morning in the library of {town}
        > Libraries across {country} stayed open all night. Half a million people came, some in pyjamas.
        > In {town} a novel was read aloud from first to last page, by 214 readers.
        > The loans of one night equal those of two ordinary weeks.
        @ theatre-roof
        = Ceiling of {theatre} to be restored to its old blue
        = Under seven coats of paint, {theatre} finds its sky
        = The stars above {theatre} are coming back
        = Restorers uncover painted stars at {theatre}
        > Restorers found a night sky under seven layers of paint. It shows the stars on the opening night.
        > Plays go on under the scaffold, which the season’s designers have made part of the set.
        > Donors can adopt a star. The first four hundred were gone in a day.
        @ game-archive
        = Video games become national heritage in {country}
        = National library of {country} starts to collect games
        = From cassette to archive: {country} saves its games
        = Heritage, level one: games enter the national library
        > Makers must now deposit a copy of each game, as publishers do with books.
        > The first item is a text adventure about a lighthouse, sold in a plastic bag decades ago.
        > The library hires players to document what a program alone does not tell.
        @ choir-record
        n: 2100-9800/100
        = {n} voices: {town} sings a new round
        = A choir of {n} fills the stadium of {town}
        = {town} sings, and the ground shakes a little
        = The loudest lullaby: {n} people sing in {town}
        > {n} people sang a lullaby in {town}. Seismographs of {institute} noticed.
        > Forty choirs had rehearsed since spring. The piece ends in a whisper, which took the most practice.
        > The recording is free for every kindergarten.
        @ comic-museum
        = Comics get a museum of their own in {town}
        = {town} opens museum of comics in an old print works
        = Speech bubbles in the press hall: a new museum
        = Panels by the thousand: {town}’s new museum
        > An old print works in {town} has become a museum of comics, with a press that still runs.
        > Visitors leave with a page that they printed. The archive holds sixty thousand originals.
        > The opening show is about rain.
        """

    private static let own = """
        @ puppet
        = {theatre} plays a thriller with puppets, for adults only
        > The murderer has no strings. Our critic slept badly, and recommends it.
        @ radio-play
        = A radio play for one listener at a time
        > The phone box in {town} rings at night. Whoever picks up hears a story of nine minutes.
        @ bell-concert
        = Composer writes for the bells of {town}, and for its buses
        > Eleven towers and nine horns are involved. The transport office has approved the score.
        @ bookshop-boat
        = Bookshop on a barge returns to {town}
        > Poetry is stored below the waterline, the owner says, and has never got wet.
        @ street-piano
        = The piano at {town} station is tuned at last
        > A passenger paid for it anonymously. The note said: “For the sake of the B flat.”
        @ translation
        = Novel translated by forty people, one chapter each
        > A reading group in {town} translated a forgotten classic. The seams show, charmingly.
        @ costume-sale
        = {theatre} sells four thousand costumes by weight
        > A kilo of uniforms costs less than a kilo of queens. The queue began at five.
        @ dance-hall
        = Old dance hall in {town} saved by its neighbours
        > They had complained about the noise for thirty years. Then it was quiet.
        @ poem-bins
        = Poems on litter bins make {town} cleaner
        > Lines on lids were meant as decoration. The cleansing office measured a fifth less litter.
        @ tapestry
        = Tapestry of {region} reaches its {n}-metre mark
        n: 41-96
        > Each village stitches its year. This year’s panel has a ferry, a flood and a goat.
        @ silent-disco
        = {museum} dances in socks
        > On Thursdays visitors wear headphones in the sculpture hall. Nothing has been knocked over so far.
        @ photo-found
        = Box of glass plates shows {town} before the fire
        > A pharmacist’s widow kept 214 negatives in the cellar. Volunteers have named every street.
        @ crime-novel
        = Crime novelists meet in {town}; a cake disappears
        > The festival’s own detective game was solved in eleven minutes by the caretaker.
        @ film-locations
        = How {region} came to be every country in the world, on film
        > Tax rules and steady drizzle attract crews. A barn has played two palaces this year.
        @ organ
        = Organ of {town} plays again, with one wrong pipe
        > The builder signed it that way three centuries ago. Restorers kept the wrong note.
        @ exhibition-smell
        = An exhibition for the nose at {museum}
        > Tar, rain, ink and a school corridor: forty smells, no pictures. Closed to visitors with a cold.
        @ cartoon
        = The longest-running newspaper cartoon ends with an empty chair
        > After 11,000 strips the artist from {town} puts down the pen. Readers send chairs.
        @ folk-song
        = A folk song of {region} turns out to be an advertisement
        > For soap. Musicologists of {institute} found the sheet music in a chemist’s drawer.
        """

    private static let more = """
        @ reading-bench
        = {town} builds a bench that reads aloud
        > It stops when one gets up, and remembers the page. Pensioners have taken it over.
        @ ballet-barn
        = Ballet in a barn in {region} sells out its season
        > The floor slopes by two degrees. Dancers say that it helps with sadness.
        @ architecture
        = Prize for a school without corridors
        > In {town} each class has a door to the garden. The jury liked the muddy floors.
        @ quiz-show
        = Quiz show that forgives wrong answers is a hit
        > Candidates explain why they thought so; the audience votes on the beauty of the error.
        @ early-music
        = Ensemble plays from a cookbook of 1612
        > Between the recipes stand nine dances. At {theatre} both were served.
        @ opera-review
        = Review: {theatre} sings in the rain, and wins
        > A leak above the stage became part of the storm scene. Rarely was a flood so well conducted.
        @ podcast
        = A podcast about doors has a million listeners
        > Each episode opens one door in {town}. The most popular one is about a broom cupboard.
        @ sculpture-tide
        = Sculpture at {port} can be seen at low tide only
        > The artist publishes no times. One has to ask a fisherman, which is the point.
        @ type-museum
        = Lead letters of {museum} go back to work
        > Each visitor sets their name. The letter Q is rationed.
        @ children-book
        = Picture book about a tired lorry wins children’s jury
        > Four hundred children under six read, or chewed, the entries.
        @ concert-fog
        = Concert for foghorns off {port} postponed because of clear weather
        > The musicians wait on the quay. The forecast for {weekday} is hopeful.
        @ cinema-manners
        = Cinema in {town} reserves a row for people who whisper
        > Explaining the plot is allowed there, and has led to two engagements.
        @ graffiti
        = {town} restores a graffito, with permission of its author
        > The cat on the water tower dates from before the tower was listed. The author is now a notary.
        @ ceramics
        = Broken cups draw crowds to {museum}
        > Three hundred mended vessels, and the stories of who dropped them.
        @ accordion
        = Accordion makers of {region} train their first apprentices in years
        > An old trade finds hands again: a pop song with an accordion solo helped.
        """
}
