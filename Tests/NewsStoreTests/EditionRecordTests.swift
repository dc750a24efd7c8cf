import Foundation
import NewsModel
import NewsStore
import Testing

@Suite struct EditionRecordTests {
    private static let now = Date.at(11, 23, 3)
    private let desk: TestStore

    init() throws {
        desk = try TestStore()
    }

    private func stories(_ titles: [String]) throws -> [Story] {
        try desk.night(Self.now) { night in
            try night.answer(from: "paper", titles.map { .titled($0, Self.now, summary: "Text of \($0)") })
            return try night.candidates(EditionPolicy())
        }
    }

    @Test func anEditionSurvivesTheStore() throws {
        let stories = try stories(["Lead", "Also", "Out"])
        let cluster = Cluster(
            lead: stories[0], also: [stories[1]], score: .infinity,
            explanation: Explanation(factors: [.init(name: "freshness", value: 0.5, reason: "3 h")], notes: ["merged"]),
            updates: .day(11, 20))
        var edition = Edition(
            date: .day(11, 23), generated: Self.now, sections: [.init(name: "World", clusters: [cluster])],
            leftOut: [.init(story: stories[2], reason: .muted, detail: "horoscope")],
            sourceTitles: ["paper": "The Paper"], sourcesAsked: 2, sourcesAnswered: 1)
        edition.pictures = [.init(address: "https://a.example/p", name: "ab.jpg", width: 640, height: 360)]
        try desk.night(Self.now) { try $0.save(edition) }
        edition.leftOut[0].story.summary = nil
        #expect(try desk.store.edition(of: .day(11, 23)) == edition)
        #expect(try desk.store.edition(of: .day(11, 22)) == nil)
    }

    @Test func allThatExplainsAClusterSurvivesInItsOrder() throws {
        let stories = try stories(["One", "Two", "Three"])
        let evidence: [Evidence] = [
            .likeWords(["ferry", "harbour"], similarity: 0.1 + 0.2), .sameLink("paper.example/a"), .sameTitle,
            .likeWords([], similarity: 1), .toldTogether, .sameAddress,
        ]
        let explanation = Explanation(
            factors: [
                .init(name: "coverage", value: 1.1, reason: ""), .init(name: "variety", value: .nan, reason: "near"),
            ],
            notes: ["first", "", "third"],
            bonds: evidence.map { .init(one: stories[2].id, other: stories[0].id, evidence: $0) })
        let edition = Edition(
            date: .day(11, 23), generated: Self.now,
            sections: [
                .init(name: "World", clusters: [Cluster(lead: stories[2], score: 0.1, explanation: explanation)]),
                .init(name: "Harbour", clusters: [Cluster(lead: stories[1], also: [stories[0]], score: -.infinity)]),
            ])
        try desk.night(Self.now) { try $0.save(edition) }
        var found = try #require(try desk.store.edition(of: .day(11, 23)))
        #expect(found.clusters[0].explanation.factors[1].value.isNaN)
        found.sections[0].clusters[0].explanation.factors[1] = explanation.factors[1]
        // Nothing that is no number equals itself.
        #expect("\(found)" == "\(edition)")
        #expect(found.clusters[0].explanation.bonds == explanation.bonds)
        #expect(found.sections[1] == edition.sections[1])
    }

    @Test func whatReadersAreToldOfOmissionsSurvives() throws {
        let stories = try stories(["One", "Two"])
        var named = stories.map { Edition.LeftOut(story: $0, reason: .stories, detail: "60", score: 0.5) }
        for place in named.indices { named[place].story.summary = nil }
        let omissions: [Omission] = [
            .init(reason: .muted, count: 3, named: []), .init(reason: .stories, count: 7, named: named),
        ]
        for told in [omissions, []] {
            let edition = Edition(
                date: .day(11, 23), generated: Self.now, omissions: told, sourceTitles: ["b": "", "a": "The Paper"])
            try desk.night(Self.now) { try $0.save(edition) }
            #expect(try desk.store.edition(of: .day(11, 23)) == edition)
        }
    }

    @Test func whatASourceSaysLaterDoesNotChangeWhatWasTold() throws {
        try desk.run(
            .at(11, 22, 3), ["paper": [.titled("Ferry returns", .at(11, 22, 1), id: "7", summary: "At noon.")]])
        let told = try desk.store.edition(of: .day(11, 22))
        try desk.run(.at(11, 23, 3), ["paper": [.titled("Ferry lost", .at(11, 22, 1), id: "7", summary: "At night.")]])
        #expect(try desk.store.edition(of: .day(11, 22)) == told)
    }

    @Test func whatWasLeftOutIsKeptInOrderAndGivenForOneDateOnly() throws {
        let stories = try stories(["A", "B", "C"])
        var edition = Edition(date: .day(11, 23), generated: Self.now)
        edition.leftOut = [2, 0, 1].map { index in
            .init(story: stories[index], reason: .perSource, detail: "6", score: Double(index) / 3)
        }
        try desk.night(Self.now) { night in
            try night.save(edition)
            try night.save(edition)
        }
        let found = try #require(try desk.store.edition(of: .day(11, 23))).leftOut
        #expect(found.map(\.story.title) == ["C", "A", "B"])
        #expect(found.map(\.score) == edition.leftOut.map(\.score))
        #expect(found.allSatisfy { $0.reason == .perSource && $0.detail == "6" && $0.story.summary == nil })
        #expect(try desk.store.editions(of: [.day(11, 23)]).map(\.leftOut) == [[]])
    }

    @Test func theNightThatSavesAnEditionReadsItAsItWillBeRead() throws {
        let stories = try stories(["One", "Two"])
        try desk.night(Self.now) { night in
            let date = night.date
            #expect(try night.editions(of: [date]).isEmpty)
            for told in [stories, [stories[0]]] {
                let edition = Edition.telling(told, on: date, at: night.now)
                try night.save(edition)
                #expect(try night.edition(of: date) == edition && night.editions(of: [date]) == [edition])
            }
            try night.removeEditions(before: date.adding(days: 1))
            #expect(try night.editions(of: [date]).isEmpty)
        }
        #expect(try desk.store.archive().isEmpty)
    }

    @Test func savingADateAgainReplacesItAndWhatItTold() throws {
        let stories = try stories(["One", "Two"])
        try desk.night(Self.now) { night in
            try night.save(.telling(stories, on: night.date, at: night.now))
            try night.save(.telling([stories[1]], on: night.date, at: night.now))
        }
        #expect(try desk.store.archive().map(\.stories) == [1])
        let known = try desk.histories()
        #expect(known.filter { !$0.told.isEmpty }.map(\.story.title) == ["Two"])
    }

    @Test func theArchiveIsNewestFirst() throws {
        for day in [22, 24, 23] {
            try desk.run(.at(11, day, 3), ["paper": [.titled("Story of day \(day)", .at(11, day, 2))]])
        }
        try desk.run(.at(11, 25, 3))
        let archive = try desk.store.archive()
        #expect(archive.map(\.date) == [25, 24, 23, 22].map { .day(11, $0) })
        #expect(archive.map(\.stories) == [0, 1, 1, 1])
        #expect(archive.map(\.headline) == [nil, "Story of day 24", "Story of day 23", "Story of day 22"])
        #expect(archive.first?.generated == .at(11, 25, 3))
    }

    @Test func onlyTheEditionsThatExistAreGiven() throws {
        try desk.run(.at(11, 22, 3))
        try desk.run(.at(11, 23, 3))
        let editions = try desk.store.editions(of: [.day(11, 21), .day(11, 22), .day(11, 23), .day(11, 22)])
        #expect(editions.map(\.date) == [.day(11, 23), .day(11, 22)])
    }

    @Test func whatWasToldIsKnownWithItsLead() throws {
        let stories = try stories(["Lead", "Also"])
        let edition = Edition(
            date: .day(11, 23), generated: Self.now,
            sections: [.init(name: "World", clusters: [Cluster(lead: stories[0], also: [stories[1]], score: 1)])])
        try desk.night(Self.now) { try $0.save(edition) }
        let told = try desk.histories().filter { !$0.told.isEmpty }
        #expect(Set(told.map(\.story.id)) == Set(stories.map(\.id)))
        #expect(told.map(\.told) == stories.map { _ in [.day(11, 23): stories[0].id] })
    }

    @Test func editionsBeforeADateAreForgottenAndTheirStoriesStayTold() throws {
        let policy = EditionPolicy(window: .last(.seconds(30 * 86_400)))
        for day in 20...23 {
            try desk.run(.at(11, day, 3), ["paper": [.titled("Story \(day)", .at(11, day, 2))]], policy: policy)
        }
        let gone = try desk.night(.at(11, 23, 4)) { try $0.removeEditions(before: .day(11, 22)) }
        #expect(gone.removed.isEmpty && gone.postponed == [.day(11, 20), .day(11, 21)])
        let again = try desk.night(.at(11, 23, 5)) { try $0.removeEditions(before: .day(11, 22)) }
        #expect(again.removed == [.day(11, 20), .day(11, 21)] && again.postponed.isEmpty)
        let next = try desk.night(.at(11, 23, 6)) { try $0.removeEditions(before: .day(11, 22)) }
        #expect(next.removed.isEmpty && next.postponed.isEmpty)
        #expect(try desk.store.archive().map(\.date) == [.day(11, 23), .day(11, 22)])
        #expect(try desk.run(.at(11, 24, 3), policy: policy).isEmpty)
    }

    @Test func aStoreRestoredFromItsEditionsRepeatsNothing() throws {
        let item = PreparedItem.titled("Ferry returns", .at(11, 23, 1))
        let missed = PreparedItem.titled("Passed over", .at(11, 22, 23))
        try desk.run(.at(11, 23, 3), ["paper": [item]])
        let edition = try #require(try desk.store.edition(of: .day(11, 23)))

        let restored = try TestStore()
        try restored.store.adopt(PublishedMemory(editions: [edition]))
        #expect(try restored.store.edition(of: .day(11, 23)) == edition)
        let told = try restored.run(
            .at(11, 24, 3), ["paper": [item, missed, .titled("Bridge closes", .at(11, 23, 20))]])
        #expect(told == ["Bridge closes"])
    }

    @Test func restoringTwiceIsRestoringOnce() throws {
        try desk.run(.at(11, 23, 3), ["paper": [.titled("Ferry returns", .at(11, 23, 1))]])
        let edition = try #require(try desk.store.edition(of: .day(11, 23)))
        for _ in 0..<2 { try desk.store.adopt(PublishedMemory(editions: [edition])) }
        #expect(try desk.run(.at(11, 23, 10)) == ["Ferry returns"])
    }
}
