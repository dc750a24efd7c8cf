import Subscriptions
import Testing

@Suite struct OPMLReaderTests {
    static func read(_ text: String) throws -> SubscriptionList { try SubscriptionReader.read(Array(text.utf8)) }

    static func addresses(_ text: String) throws -> [String] { try read(text).subscriptions.map(\.address) }

    @Test func foldersBecomeSections() throws {
        let list = try Self.read(
            """
            <?xml version="1.0"?><opml version="2.0"><head><title>Mine &amp; yours</title></head><body>
            <outline text="Top"><outline text="Swift"><outline type="rss" text="A" xmlUrl="https://a.example/f"/></outline>
            <outline text="B" xmlUrl="https://b.example/f"/></outline>
            <outline text="C" xmlUrl="https://c.example/f"/></body></opml>
            """)
        #expect(list.format == .opml)
        #expect(list.title == "Mine & yours")
        #expect(list.subscriptions.map(\.section) == ["Swift", "Top", nil])
        #expect(list.subscriptions.map(\.title) == ["A", "B", "C"])
        #expect(list.subscriptions.map(\.line) == [2, 3, 4])
        #expect(list.remarks == [])
    }

    @Test func whatIsCommentedOutOrScrapedIsNamedAndLeftOut() throws {
        let list = try Self.read(
            """
            <opml><body><outline text="Old" isComment="true"><outline text="A" xmlUrl="https://a.example/f"/></outline>
            <outline text="B" isComment="true" xmlUrl="https://b.example/f"/><outline text="C" xmlUrl="https://c.example/f"/>
            <outline text="D" type="HTML+XPath" xmlUrl="https://d.example/"/></body></opml>
            """)
        #expect(list.subscriptions.map(\.address) == ["https://c.example/f"])
        #expect(list.subscriptions.map(\.section) == [nil])
        #expect(list.remarks.count == 3)
    }

    @Test func foldersOfOneNameAreToldApartByTheWayToThem() throws {
        let list = try Self.read(
            """
            <opml><body><outline text="Sport"><outline text="Local"><outline xmlUrl="https://a.example/"/></outline></outline>
            <outline text="News"><outline text="Local"><outline xmlUrl="https://b.example/"/></outline></outline>
            <outline text="News"><outline text="Local"><outline xmlUrl="https://c.example/"/></outline></outline></body></opml>
            """)
        #expect(list.subscriptions.map(\.section) == ["Sport / Local", "News / Local", "News / Local"])
    }

    @Test(arguments: [
        ("an ampersand", "<outline text='Q&A & more' xmlUrl='https://a.example/?a=1&b=2'/>"),
        ("markup in a title", "<outline text=\"<b>Bold</b> > all\" xmlUrl=\"https://a.example/?a=1&amp;b=2\"/>"),
        ("quotes in a title", "<outline text=\"The \"best\" blog\" xmlUrl=\"https://a.example/?a=1&amp;b=2\"/>"),
        ("capitals", "<OUTLINE TEXT='x' XMLURL='https://a.example/?a=1&amp;b=2'></OUTLINE>"),
        ("no quotes", "<outline text=x xmlUrl=https://a.example/?a=1&amp;b=2 type=rss>"),
        ("an entity of HTML", "<outline text='a&nbsp;b &hellip;' xmlUrl='https://a.example/?a=1&#38;b=2'/>"),
        ("an attribute twice", "<outline text='a' text='b' xmlUrl='https://a.example/?a=1&b=2' xmlUrl='x'/>"),
        ("a control character", "<outline text='a\u{1}' xmlUrl='https://a.example/?a=1&b=2'/>"),
        ("no space between", "<outline text='a'xmlUrl='https://a.example/?a=1&b=2'/>"),
        ("never closed", "<outline text='F'><outline xmlUrl='https://a.example/?a=1&b=2'>"),
        ("cut off", "<outline xmlUrl='https://a.example/?a=1&b=2'/><outline text='next' xmlU"),
        ("escaped twice", "<outline text='a' xmlUrl='https://a.example/?a=1&amp;amp;b=2'/>"),
        ("words before it", "</body><outline url='https://a.example/?a=1&b=2' type='RSS'/>"),
    ])
    func whatIsIllFormedIsRead(what: String, outline: String) throws {
        for head in ["<opml version='1.0'><head/><body>\n", "Warning: notice\n<?xml version='1.0'?>\n<opml><body>\n"] {
            #expect(try Self.addresses(head + outline) == ["https://a.example/?a=1&b=2"], "\(what)")
        }
    }

    @Test func aQuoteThatIsNeverClosedCostsNoOtherFeed() throws {
        let addresses = try Self.addresses(
            """
            <opml><body><outline text="A" xmlUrl="https://a.example/f>
            <outline text="B" xmlUrl="https://b.example/f"/><outline text="C" xmlUrl="https://c.example/f type="rss"/>
            <outline text="D xmlUrl="https://d.example/f"/></body></opml>
            """)
        #expect(addresses.contains("https://a.example/f") && addresses.contains("https://b.example/f"))
        #expect(addresses.contains("https://c.example/f"))
    }

    @Test func feedsThatNeverEndStayInTheirFolders() throws {
        let list = try Self.read(
            """
            <opml><body><outline text="One"><outline xmlUrl="https://a.example/"><outline xmlUrl="https://b.example/">
            </outline></outline><outline text="Two"><outline xmlUrl="https://c.example/"></outline></outline></body></opml>
            """)
        #expect(list.subscriptions.map(\.section) == ["One", "One", "Two"])
    }

    @Test func whatIsCommentedOutIsNoFeed() throws {
        let text = "<opml><body><!-- <outline xmlUrl='https://old.example/'/> --><outline xmlUrl='https://a.example/'/>"
        #expect(try Self.addresses(text) == ["https://a.example/"])
    }

    @Test func otherEncodingsAreRead() throws {
        let text = "<?xml version='1.0' encoding='windows-1251'?><opml><body><outline text='"
        let bytes = Array(text.utf8) + [0xCC, 0xE8, 0xF0] + Array("' xmlUrl='https://a.example/'/>".utf8)
        #expect(try SubscriptionReader.read(bytes).subscriptions.map(\.title) == ["Мир"])
        let wide = "<opml><body><outline text='Été' xmlUrl='https://a.example/'/></body></opml>".utf16
        let utf16: [UInt8] = [0xFF, 0xFE] + wide.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        #expect(try SubscriptionReader.read(utf16).subscriptions.map(\.title) == ["Été"])
    }

    @Test func aListInAListIsOne() throws {
        let list = try Self.read(
            "<opml><outline type='include' url='https://a.example/l.opml'/><outline text='x' type='link' url='https://b.example/'/>"
        )
        #expect(list.subscriptions.map(\.kind) == [.list])
        #expect(list.remarks.contains(.note("1 entry names no feed, and is no folder: left out")))
    }

    @Test(arguments: [
        ("", "is empty"), ("  \n\t\n", "is empty"), ("<html><body>hello", "a web page"),
        ("<rss version='2.0'><channel/></rss>", "a feed itself"), ("<opml><body/></opml>", "names no feed"),
        ("<svg></svg>", "markup of another kind"), ("PK\u{3}\u{4}\0\0", "no text"),
        ("<opml><body><outline xmlUrl='ftp://a.example/'/></body></opml>", "names no feed"),
        ("Dear reader,\nthis is a letter.\n", "without addresses"), ("{\"a\": 1", "no JSON"),
        ("[1, 2]", "names no feed"),
        ("sources:\n - {href: [", "no YAML"),
    ])
    func whatIsNoListIsRefusedInASentence(text: String, words: String) {
        #expect {
            try Self.read(text)
        } throws: {
            let description = ($0 as? ListError)?.description ?? ""
            return description.contains(words) && !description.contains("\n")
        }
    }
}
