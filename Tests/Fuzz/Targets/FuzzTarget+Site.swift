import FeedParsing
import Foundation
import NewsModel
import Publishing
import WebText

extension FuzzTarget {
    /// An item on all pages and in all feeds: its title in the first line, who wrote it and where in the second, then its
    /// text. No script, and feeds in which nothing has to be repaired.
    static let site = FuzzTarget(
        name: "site",
        corpus: texts([
            "Ferry returns\nBy A. Writer|News\n<p>By <b>A. Writer</b></p><p>3 May 2026</p><p>The ferry is back. It sailed.</p>",
            "A &amp; B <i>said</i>\nB|World\n<h2>A and B said</h2><figure><img src=a.png alt=b><figcaption>Photo: C</figcaption>"
                + "</figure><p>No. 10 said “no”. U.S. forces… and more (see below).</p><ul><li>one<li>two</ul>",
            "نص\nكاتب|أخبار\n<div dir=rtl>نص <bdo>abc</bdo></div><pre>x\ny</pre><math><mi>x</mi></math>",
        ])
    ) { bytes, _ in
        guard let renderer else { return "there are no templates" }
        let parts = renderer.parts(of: publication(String(decoding: bytes.prefix(20_000), as: UTF8.self)))
        for file in SitePart.files(of: parts) {
            let text = String(decoding: file.bytes ?? [], as: UTF8.self)
            if file.path.hasSuffix(".html"), text.replacing(data, with: "").lowercased().contains("<script") {
                return "has a script: \(file.path)"
            }
            if feeds.contains(file.path), isBroken(file.bytes ?? []) { return "is no sound feed: \(file.path)" }
        }
        return nil
    }

    /// What begins a block of data, which is no script that runs.
    private static let data = #"<script type="application/ld+json">"#
    private static let feeds: Set = ["atom.xml", "digest.xml", "health.xml"]

    /// Whether a feed had to be repaired, or is none.
    private static func isBroken(_ bytes: [UInt8]) -> Bool { (try? FeedReader.read(bytes))?.warnings.isEmpty != true }

    /// Our own templates, which are read once; `nil` where they can't be used.
    private static let renderer = try? SiteRenderer(templates: nil, language: "en")

    private static func publication(_ text: String) -> Publication {
        let lines = text.split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        let names = (lines.count > 1 ? lines[1] : "").split(separator: "|").map(String.init)
        var edition = sampleEdition
        var story = edition.clusters[0].lead
        story.title = PlainText.headline(lines[0])
        story.authors = names.first.map { [PlainText.name($0)] } ?? []
        story.categories = names.dropFirst().map { PlainText.name($0) }
        story.content = Markup(.html, lines.count > 2 ? lines[2] : "", base: "https://a.example/")
        edition.sections[0].clusters[0].lead = story
        let entry = ArchiveEntry(date: edition.date, generated: edition.generated, stories: 1, headline: story.title)
        return Publication(
            site: SitePolicy(), editions: [edition], archive: [entry], health: sampleHealth,
            generated: edition.generated)
    }
}
