import Foundation
import NewsModel
import TestSupport
import Testing

@testable import Publishing

/// What a page says of a story, at each limit and one past it.
@Suite struct StoryViewTests {
    private func view(
        _ cluster: Cluster, site: SitePolicy = SitePolicy(title: "A"), length: Excerpts.Length = .feature
    ) throws -> StoryView {
        let edition = Samples.edition(Samples.date, [Samples.cluster(0), cluster])
        let context = SiteContext(
            Samples.publication([edition], site: site), templates: try TemplateSet(directory: nil, language: "en"))
        let builder = StoryViewBuilder(context: context, edition: context.editions[0], root: "../")
        return builder.view(of: cluster, length)
    }

    @Test(arguments: [(Excerpts.Length.feature, 150), (.leader, 280), (.lead, 480)])
    func cutsAnExcerptAfterSoManyCharacters(place: Excerpts.Length, limit: Int) throws {
        var cluster = Samples.cluster(1)
        for (length, isWhole) in [(limit, true), (limit + 1, false)] {
            let text = String(repeating: "x", count: length)
            cluster.lead.summary = Markup(.text, text)
            let excerpt = try view(cluster, length: place).excerpt?.html
            #expect(excerpt == (isWhole ? text : text.dropLast() + "…"))
        }
    }

    @Test func saysNothingThatTheHeadlineSays() throws {
        var cluster = Samples.cluster(1)
        cluster.lead.title = "A & B"
        cluster.lead.summary = Markup(.html, "<p>A &amp; B</p>")
        #expect(try view(cluster).excerpt == nil)
        cluster.lead.content = Markup(.html, "<p>More of it</p>")
        #expect(try view(cluster).excerpt?.html == "More of it")
    }

    /// None is dropped: those that are not named at once open behind their count.
    @Test(arguments: [(3, 3, nil), (4, 4, nil), (5, 3, "and 2 more"), (40, 3, "and 37 more")])
    func namesThreeOthersAndCountsTheRest(others: Int, named: Int, line: String?) throws {
        let also = (0..<others).map { Samples.story(20 + $0, source: SourceID(rawValue: "s\($0)")) }
        let view = try view(Samples.cluster(1, also: also))
        #expect(view.named.count == named && view.othersLine == line)
        #expect((view.named + view.others).map(\.outlet) == view.alsoIn.map(\.outlet) && view.alsoIn.count == others)
        #expect(view.named[0].separator == "" && view.named[1].separator == ", ")
        #expect(view.named.last?.separator == (line == nil ? " and " : ", "))
        #expect(view.others.first?.separator ?? "" == "" && view.alsoIn.last?.separator == " and ")
    }

    @Test func namesAnOutletOnce() throws {
        let also = [5, 6, 7].map { Samples.story($0, source: $0 == 6 ? "post" : "ledger") }
        #expect(try view(Samples.cluster(1, also: also)).alsoIn.map(\.outlet) == ["Ledger"])
    }

    @Test func namesThePublisherInPlaceOfTheSource() throws {
        var cluster = Samples.cluster(1)
        cluster.lead.publisher = "The Wire"
        #expect(try view(cluster).outlet == "The Wire")
        for publisher in ["The Harbour Post", " "] {
            cluster.lead.publisher = publisher
            #expect(try view(cluster).outlet == "The Harbour Post")
        }
    }

    @Test func saysNothingOfPointsAndCommentsThatThereAreNot() throws {
        var cluster = Samples.cluster(1)
        (cluster.lead.points, cluster.lead.comments) = (0, 0)
        #expect(try view(cluster).points == nil && view(cluster).comments == nil)
        (cluster.lead.points, cluster.lead.comments) = (1, 2)
        #expect(try view(cluster).points == "1\u{A0}point" && view(cluster).comments == "2\u{A0}comments")
    }

    @Test(arguments: [("de-AT", "en", "de-AT"), ("en-GB", "en", nil), ("en", "en-GB", nil), ("fr", "de", "fr")])
    func saysTheLanguageOfAStoryWhereItIsAnother(language: String, site: String, expected: String?) throws {
        var cluster = Samples.cluster(1)
        cluster.lead.language = language
        let edition = Samples.edition(Samples.date, [cluster])
        let context = SiteContext(
            Samples.publication([edition], site: SitePolicy(language: site)),
            templates: try TemplateSet(directory: nil, language: site))
        #expect(context.foreignLanguage(of: cluster.lead) == expected)
    }

    @Test(arguments: [60, 61])
    func listsSoManyStoriesOfASource(count: Int) throws {
        let editions = [0, 1].map { day in
            Samples.edition(
                Samples.date.adding(days: -day),
                (0..<(day == 0 ? 50 : count - 50)).map { Samples.cluster(day * 50 + $0) })
        }
        let page = try SiteRenderer(templates: nil, language: "en").render(Samples.publication(editions))
            .text("source/post.html")
        #expect(page.components(separatedBy: "<article").count == 61)
        #expect(page.contains("60 stories since 22 November"))
    }

    @Test(arguments: [(1, false), (2, true)])
    func leadsToItsSectionsWhereThereAreSome(sections: Int, isThere: Bool) throws {
        let clusters = Array((0..<4).map { Samples.cluster($0) }.prefix(sections == 1 ? 2 : 4))
        let page = try SiteRenderer(templates: nil, language: "en").render(
            Samples.publication([Samples.edition(Samples.date, clusters)])
        ).text("index.html")
        #expect(page.contains("<a href=\"#section-1\">") == isThere)
        #expect(page.contains("<section class=\"section in-1\" id=\"section-1\">"))
        #expect(page.contains("<section class=\"section\" id=\"section-2\">") == isThere)
    }

    /// The lead stands before the sections, and one that holds nothing else has no place of its own.
    @Test func leadsToTheLeadInPlaceOfASectionWithNothingElse() throws {
        var edition = Samples.edition(Samples.date, [Samples.cluster(0), Samples.cluster(1), Samples.cluster(2)])
        edition.sections[0].clusters.removeLast()
        let page = try SiteRenderer(templates: nil, language: "en").render(Samples.publication([edition]))
            .text("index.html")
        #expect(page.contains("<a href=\"#lead\"><bdi>World</bdi> <span class=\"count\">1</span></a>"))
        #expect(!page.contains("id=\"section-1\"") && page.contains("id=\"section-2\""))
    }

    @Test(arguments: [(2, nil), (1, "1 did not answer")])
    func saysHowManyDidNotAnswer(answered: Int, expected: String?) throws {
        var edition = Samples.edition()
        edition.sourcesAnswered = answered
        let context = SiteContext(
            Samples.publication([edition]), templates: try TemplateSet(directory: nil, language: "en"))
        let view = context.editionView(of: edition, path: SitePaths.front)
        #expect(view.missing == expected)
        #expect(view.missingHref == "health.html" && view.previous == nil && view.next == nil)
    }
}
