/// What the members of the programmers' forum post, who they are, and where their links lead.
enum ForumTables {
    static let templates = table.split(separator: "\n").enumerated().map { index, line in
        let parts = line.split(separator: " > ")
        var template = StoryTemplate(id: "forum-\(index)", section: .technology, choices: choices)
        template.stages[0].headlines = [parts[0].trimmed]
        template.stages[0].summaries = parts.dropFirst().map(\.trimmed)
        return template
    }

    private static let choices: [String: StoryTemplate.Choice] = [
        "n": .number(2...9, step: 1), "kb": .number(4...96, step: 4), "years": .number(3...31, step: 1),
        "k": .number(10...90, step: 10), "pct": .number(12...78, step: 1),
        "lang": .words(["C", "Rust", "Swift", "Zig", "Go", "OCaml", "Lua", "Forth", "Python"]),
        "thing": .words([
            "feed reader", "text editor", "build tool", "mail client", "chess clock", "wiki", "paint program",
        ]),
        "part": .words([
            "the linker", "the scheduler", "the page cache", "the allocator", "the tokenizer", "the event loop",
        ]),
    ]

    static let hosts = [
        "small-machines", "notes.parsers", "heap-and-stack", "kernel-diary", "blog.thimbleworks", "quietcode",
        "papers.lindmere-institute", "bitrot-weekly", "rainy-compiler", "tidepool-dev", "lowlevel-garden",
        "sourcehut-pier",
    ]

    static let members = [
        "tidal_lock", "mossgreen", "null_island", "octet", "quietfork", "stackgull", "b_side", "lathe", "perfwren",
        "ferrous_oak", "hexcurlew", "parenthetic", "slowlink", "umbra0", "cachehit", "dunlin42",
    ]

    private static let table = """
        Show HN: A {thing} that fits in {kb} KB
        Show HN: I rewrote my {thing} in {lang} and learnt about {part}
        Show HN: A map of every public bench, without a database
        Show HN: Diff for spreadsheets that people can read
        Show HN: A regex engine that explains why it did not match
        Show HN: Offline maps on an e-paper badge
        Show HN: Plain-text bookkeeping with a proof for each sum
        Show HN: A pocket synthesizer from a parking meter
        Ask HN: How do you keep a team of {n} from drowning in alerts? > We page for everything, and so for nothing. What did you delete first? > Stories of what went wrong are welcome.
        Ask HN: What did you stop automating? > I spent a week on a script that runs once a year. What did you give back to a person?
        Ask HN: Books that made you better at reading code? > Not writing it. Reading it.
        Ask HN: Who still runs a server in a cupboard? > Mine turned {n} this week. Uptime is fine, the cat sleeps on it.
        Ask HN: How do you test what happens at a deadline? > Real clocks make my tests slow, fake ones make me suspicious.
        Ask HN: How do you read news these days? > I would like one page in the morning, and then nothing.
        A B-tree that fits in a page
        The {years}-year-old bug in {part}
        Why our queue was empty and everything waited
        A tour of {part} with a debugger and a pencil
        What every cache forgets
        Notes on writing a {thing} in {lang}
        Faster hash tables through fewer ideas
        The case for boring backups
        How we cut our cloud bill by {pct}% by reading it
        A visual introduction to write-ahead logs
        Unicode is a city, not a table
        Sorting {n} billion rows on a laptop
        Date parsing: a tragedy in {n} acts
        The mainframe that would not stop
        Memory ordering for people who have other things to do
        An incident report about an incident report
        Type inference in {kb} lines of {lang}
        Postmortem: the day our clocks went backwards
        How the undo button works, and why it usually doesn’t
        Reverse engineering a supermarket scale
        Garbage collection without pauses, mostly
        Seventy lines that replaced our job scheduler
        The hidden cost of a helpful error message
        Building a {lang} compiler on a train
        What I learnt from {years} years of log files
        Structured concurrency, explained with a kitchen
        Your pagination is lying to you
        A small language for knitting patterns
        Cold storage: notes from a tape library
        {part}: an apology
        Compressing maps with nothing but patience
        The unreasonable effectiveness of a checklist at three in the morning
        Rendering text is harder than rendering teapots
        Old protocols never die: reading mail over a serial line
        Fuzzing a parser until it says thank you
        Two-phase commit for couples
        How a spreadsheet runs a fishing port
        On naming things after birds
        Simulating a whole city’s traffic lights in {lang}
        Why we moved from microservices to {n} services
        Prime numbers in a stylesheet
        The floppy disk archive of a village school
        SQLite as a file format for field notes
        Debugging a lighthouse
        A keyboard layout evolved by {k},000 generations
        Time zones of imaginary islands, and what they break
        The {lang} standard library, read end to end
        Measuring the speed of our own habits
        Formal verification of a coffee machine
        Low-power radio from bicycle parts
        Three ways to be wrong about averages
        TLS certificates and other perishable goods
        We put a logic analyser on a music box
        Bloom filters for librarians
        Making {part} boring again
        Thimble Works (remote) is hiring engineers who like manuals
        Orrery Systems is hiring a compiler engineer
        A lock-free queue, and the lock that it hides
        How our tests learnt to lie
        Floating point for accountants
        The joy of a single static binary
        Porting a {thing} to a machine from a museum
        What happens when you unplug the router, packet by packet
        A garden planner in a spreadsheet, and why it beat the app
        Parsing JSON at the speed of reading it aloud
        The last {k} bytes: finishing a size-limited game
        Copy-on-write, explained with library cards
        On call for a dam
        Retrofitting {part} with a deadline
        I read every commit message of a {years}-year-old project
        Error codes as folklore
        Drawing maps with string
        Why I still print my logs
        Estimating with dice
        A museum of loading spinners
        Writing an emulator to read one floppy disk
        The postcard protocol: data over slow mail
        Running a mailing list for {years} years
        Ten thousand tabs and no regrets
        How the tide tables are computed
        Undefined behaviour in recipes
        Teaching binary search with a phone book, again
        A terminal for people with cold hands
        Checksums saved our wedding photos
        The hardest bug was in the door
        Deleting code as a team sport
        Audio fingerprints for birds that imitate phones
        What we logged when the power went out
        Small models on smaller computers
        A calendar that admits it does not know
        Notes from a year without a mouse
        Show HN: A compass for your file system
        Show HN: Tide clock firmware in {kb} KB of {lang}
        Show HN: Sheet music from log files
        Show HN: A queue you can see from the street
        Ask HN: What is the oldest code you still run? > Mine came on {n} floppy disks and sorts addresses. It has outlived every label printer.
        Ask HN: How do you hand over a project well? > I have {n} days left and a wiki that nobody reads.
        Fathom Labs is hiring someone who reads datasheets for fun
        """
}
