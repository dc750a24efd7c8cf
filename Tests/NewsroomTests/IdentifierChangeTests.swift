import Foundation
import NewsModel
import Settings
import TestSupport
import Testing

@testable import Newsroom

/// Ids that would change are warned of.
@Suite struct IdentifierChangeTests {
    private let room: Pressroom

    init() throws {
        room = try Pressroom()
    }

    private static let old = "url: https://old.example/"

    private func ids() throws -> [String] {
        try room.folder.read("public/atom.xml").components(separatedBy: "<id>").dropFirst()
            .map { String($0.prefix { $0 != "<" }) }.sorted()
    }

    @Test func anotherAddressIsWarnedOfBeforeAndByTheRunThatChangesThem() throws {
        try room.run(try room.settings(Self.old))
        let before = try ids()
        #expect(IdentifierChange(settings: try room.settings(Self.old)).notes.isEmpty)
        let new = try room.settings("url: https://new.example/")
        let warning =
            "The ids in the feeds are made of https://new.example/ and were made of https://old.example/: feed "
            + "readers take every entry for a new one. `pages: {id-base: https://old.example/}` keeps the old ids."
        #expect(IdentifierChange(settings: new).notes == [warning])
        let kept = try room.settings("url: https://new.example/\npages: {id-base: https://old.example/}")
        #expect(IdentifierChange(settings: kept).notes.isEmpty)
        #expect(try room.run(kept).notes.isEmpty)
        #expect(try ids() == before)
        #expect(try room.run(new).notes == [warning])
        #expect(try room.run(new).notes.isEmpty)
        #expect(try ids() != before)
    }

    @Test(arguments: ["state/state.sqlite", "public"]) func siteAndStateEachKnowThem(lost: String) throws {
        let state = "state: state/state.sqlite\n"
        try room.run(try room.settings(state + Self.old))
        try FileManager.default.removeItem(at: room.folder.url.appending(path: lost))
        #expect(IdentifierChange(settings: try room.settings(state + Self.old)).notes.isEmpty)
        #expect(IdentifierChange(settings: try room.settings(state + "url: https://new.example/")).notes.count == 1)
    }

    @Test func aRemovedEditionTellsItToo() async throws {
        let report = try room.run(try room.settings(Self.old))
        let new = try room.settings("url: https://new.example/")
        let notes = try await EditionArchive(settings: new, now: report.health.generated).remove(report.edition.date)
        #expect(notes.count == 1 && notes[0].contains("https://old.example/"), "\(notes)")
    }

    @Test func aTitleCountsWhereThereIsNoAddress() throws {
        try room.run(try room.settings("title: 'The \"Post\"'"))
        let notes = IdentifierChange(settings: try room.settings("title: The Mail")).notes
        #expect(notes.count == 1 && notes[0].contains(#"`pages: {id-base: "The \"Post\""}`"#), "\(notes)")
        try room.run(try room.settings(Self.old + "\npages: {id-base: 'The \"Post\"'}"))
        #expect(IdentifierChange(settings: try room.settings(Self.old + "\ntitle: A")).notes.count == 1)
    }

    @Test func aSiteForPreviewIsNotWhatReadersKnow() throws {
        try room.run(try room.settings(Self.old))
        var preview = try room.settings("url: https://new.example/")
        preview.output = room.folder.path("preview")
        #expect(try room.run(preview) { $0.isElsewhere = true }.notes.count == 1)
        try FileManager.default.removeItem(at: room.folder.url.appending(path: "public"))
        #expect(IdentifierChange(settings: try room.settings(Self.old)).notes.isEmpty)
    }
}
