import SimulatedWorld

/// Feeds that are read without a fault, and say what they say in a way that no format has.
extension ServerFault {
    static let feedTextFaults: [ServerFault] =
        dateFaults + datesInOddForms + [
            text(
                "ruby", "text with readings above it, and pictures that load late",
                [
                    .replace(
                        "says the café at the quay.",
                        with:
                            "&lt;ruby>港&lt;rt>みなと&lt;/ruby>&lt;img src='data:x,y' data-src='/q.jpg'>&lt;noscript>&lt;img "
                            + "src='/q.jpg'>&lt;/noscript>")
                ]),
            text(
                "control-references", "numeric references into the range of control characters",
                [.replace("says the café", with: "&#147;says&#148; the café&#146;s owner &#150;")]),
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

    /// Dates that are written as no format has them; each is that of an entry of the evening before the first night.
    private static let datesInOddForms: [ServerFault] = [
        dated("date-in-the-afternoon", "22 de noviembre de 2026 a las 6:05 de la tarde"),
        dated("date-in-the-evening", "Nov. 22, 2026, 6:05 p.m."),
        dated("date-in-a-named-zone", "Sun, 22 Nov 2026 18:05:09 America/New_York"),
        dated("date-by-season", "Nov 22, 2026 6:05 PM ET"), dated("date-with-dots", "22.11.2026 18:05"),
        dated("date-in-seconds", "1795370709"), dated("date-of-another-calendar", "22 พฤศจิกายน 2569 18:05"),
        dated("date-with-a-zero-too-many", "Sun, 022 Nov 2026 18:05:09 0000"),
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
