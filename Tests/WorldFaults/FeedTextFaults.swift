import SimulatedWorld

/// Feeds that are read without a fault, and say what they say in a way that no format has.
extension ServerFault {
    static let feedTextFaults: [ServerFault] =
        dateFaults + [
            text(
                "links-escaped-twice", "links whose ampersands are escaped twice",
                [
                    .replace("</link><guid>", with: "?a=1&amp;amp;b=2</link><guid>")
                ]),
            text(
                "sections-escaped", "titles and links in CDATA sections that are escaped",
                [
                    .replace("<item><title>", with: "<item><title>&lt;![CDATA["),
                    .replace("</title><link>", with: "]]&gt;</title><link>&lt;![CDATA["),
                    .replace("</link><guid>", with: "]]&gt;</link><guid>"),
                ]),
            text(
                "names-as-html", "authors and categories in HTML",
                [
                    .replace(
                        "<description>The",
                        with:
                            "<author>&lt;a href='/a'>Jo&lt;/a></author><category>A &amp;amp; B</category><description>The"
                    )
                ]),
            text(
                "formulas", "formulas, tables and films in the text",
                [
                    .replace(
                        "says the café at the quay.",
                        with: "&lt;math>&lt;mn>1&lt;/mn>&lt;/math>&lt;table>&lt;tr>&lt;td rowspan=9 colspan=99999>a"
                            + "&lt;/table>&lt;iframe src='https://www.youtube.com/embed/x'>&lt;/iframe>")
                ]),
            text(
                "relative-links", "links that are relative to nothing that is said",
                [
                    .replace("<link>https://relative-links.example/", with: "<link>/")
                ]),
            text(
                "declared-latin", "a feed in UTF-8 that says it is ISO 8859-1",
                [
                    .replace("encoding=\"utf-8\"", with: "encoding=\"iso-8859-1\"")
                ]),
        ]

    /// Dates that stand for none, or that are in doubt; their entries count from when they are first seen.
    private static let dateFaults: [ServerFault] = [
        dated("date-zero", "Thu, 01 Jan 1970 00:00:00 GMT"),
        dated("date-zero-in-the-west", "Wed, 31 Dec 1969 16:00:00 -0800"),
        dated("date-in-milliseconds", "Wed, 21 Jan 1970 18:45:43 GMT"), dated("date-of-1900", "1900-01-01T00:00:00Z"),
        dated("date-of-1980", "Tue, 01 Jan 1980 00:00:01 GMT"), dated("date-of-zeros", "0000-00-00 00:00:00"),
        dated("date-zero-in-seconds", "0"), dated("date-of-the-year-1", "Mon, 01 Jan 0001 00:00:00 GMT"),
        dated("date-unreadable", "the day before yesterday"),
    ]

    private static func dated(_ name: String, _ date: String) -> ServerFault {
        text(
            name, "entries dated “\(date)”",
            [.replace("</link><guid>", with: "</link><pubDate>\(date)</pubDate><guid>")])
    }

    private static func text(_ name: String, _ summary: String, _ edits: [BodyEdit]) -> ServerFault {
        ServerFault(name: name, summary: summary, expected: .fresh, script: [.send(.soundAnswer(edits))])
    }
}
