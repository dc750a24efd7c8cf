import Foundation
import NewsModel
import TestSupport
import Testing

@testable import Publishing

@Suite struct SitePlanTests {
    private func file(_ path: String) -> SiteFile { SiteFile(path: path, bytes: [1]) }

    private func plan(_ files: [SiteFile], _ previous: [String], keeping: Set<EditionDate> = []) -> SitePlan {
        SitePlan(
            files, previous: Manifest(maker: .run, fingerprint: "e", files: previous), keeping: keeping, maker: .run,
            fingerprint: "f")
    }

    @Test func replacesTheFrontPageBehindWhatItLeadsTo() {
        let paths = [
            "index.html", "atom.xml", "health.json", "style.css", "2026/11/23/index.html", "2026/11/23/edition.json",
            "a.html",
        ]
        #expect(
            plan(paths.map(file), []).order == [
                "2026/11/23/edition.json", "2026/11/23/index.html", "a.html", "style.css", "atom.xml", "health.json",
                "index.html",
                ".broadsheet.json",
            ])
    }

    @Test func removesWhatIsWantedNoMore() {
        let plan = plan(
            [file("index.html"), file("source/a.html")],
            [
                "index.html", "source/a.html", "source/b.html", ".broadsheet.json", "2026/11/22/index.html",
                "2026/11/21/atom.xml",
            ], keeping: [Samples.date.adding(days: -1)])
        #expect(plan.obsolete == ["source/b.html", "2026/11/21/atom.xml"])
    }

    @Test func listsWhatStaysAndWhatItIsKnownBy() throws {
        let folder = try TemporaryDirectory()
        let page = SiteFile(path: "b.html", bytes: [1, 2], view: "abc")
        let kept = SiteFile(path: "c.html", unchanged: PageMark(view: "def", size: 7))
        let plan = plan(
            [page, kept, file("a.html")], ["2026/11/22/index.html"], keeping: [Samples.date.adding(days: -1)])
        try folder.write(
            String(decoding: plan.files[SitePaths.manifest] ?? [], as: UTF8.self), to: SitePaths.manifest)
        let manifest = try #require(Manifest.read(in: folder.url))
        #expect(manifest.files == ["2026/11/22/index.html", "a.html", "b.html", "c.html"])
        #expect(manifest.marks == ["b.html": PageMark(view: "abc", size: 2), "c.html": PageMark(view: "def", size: 7)])
        #expect(manifest.fingerprint == "f" && manifest.editions == [Samples.date.adding(days: -1)])
        #expect(plan.files["c.html"] == nil)
    }

    @Test func remembersHowLargeTheFilesOfEditionsAre() throws {
        let folder = try TemporaryDirectory()
        let dates = [0, 1, 2, 3].map { Samples.date.adding(days: -$0) }
        let files = dates.map { SiteFile(path: SitePaths.data(of: $0), bytes: [1, 2, 3]) }
        let old = plan(files + [file("a.html")], [], keeping: Set(dates))
        let manifest = try #require(Manifest(Data(old.files[SitePaths.manifest] ?? [])))
        let new = SitePlan(
            [SiteFile(path: SitePaths.data(of: dates[0]), bytes: [1])], previous: manifest,
            keeping: Set(dates.dropLast()),
            maker: .run, fingerprint: "f")
        let sizes = try #require(Manifest(Data(new.files[SitePaths.manifest] ?? []))).sizesOfEditions
        #expect(sizes == Dictionary(uniqueKeysWithValues: zip(dates.map(SitePaths.data), [1, 3, 3])))
        // The first is whole, the second cut off, and the third somebody else's by now.
        try folder.write("abc", to: SitePaths.data(of: dates[0]))
        try folder.write("ab", to: SitePaths.data(of: dates[1]))
        try folder.write("", to: SitePaths.data(of: dates[2]) + "/mine.txt")
        #expect(manifest.damagedEditions(in: folder.url) == [dates[1], dates[3]])
    }

    /// What was made by itself is not what the next night would find.
    @Test func forgetsWhatReplacedPagesAreKnownBy() throws {
        let folder = try TemporaryDirectory()
        let marks = ["b.html": PageMark(view: "abc", size: 1), "c.html": PageMark(view: "def", size: 7)]
        let previous = Manifest(maker: .demo, fingerprint: "e", files: marks.keys, marks: marks)
        let plan = SitePlan(replacing: [file("b.html"), file("d.html")], previous: previous, maker: .run)
        try folder.write(
            String(decoding: plan.files[SitePaths.manifest] ?? [], as: UTF8.self), to: SitePaths.manifest)
        let manifest = try #require(Manifest.read(in: folder.url))
        #expect(manifest.files == ["b.html", "c.html", "d.html"] && manifest.maker == .demo)
        #expect(manifest.marks == ["c.html": PageMark(view: "def", size: 7)] && manifest.fingerprint == "e")
    }

    /// Where files are replaced one by one, a page that is half-way may be of the old size and yet another.
    @Test func theListForMeanwhileVouchesForNoPage() throws {
        let marks = ["b.html": PageMark(view: "abc", size: 1), "c.html": PageMark(view: "def", size: 7)]
        let previous = Manifest(maker: .run, fingerprint: "f", files: ["b.html", "c.html", "gone.html"], marks: marks)
        let plan = SitePlan(
            [SiteFile(path: "b.html", bytes: [1], view: "xyz"), SiteFile(path: "c.html", unchanged: marks["c.html"]!)],
            previous: previous, keeping: [], maker: .run, fingerprint: "f")
        let list = try #require(Manifest(Data(plan.announcement)))
        #expect(plan.obsolete == ["gone.html"] && list.files == ["b.html", "c.html", "gone.html"])
        #expect(list.marks == ["c.html": PageMark(view: "def", size: 7)] && list.fingerprint == "")
    }

    @Test(arguments: [
        (".broadsheet-new-x", Disk.Kind.file, true), (".broadsheet-old-x", .file, true),
        (".broadsheet-old-x", .folder, true), (".broadsheet-old-x", .link, true), (".broadsheet-new-x", .folder, false),
        (".broadsheet-new-x", .link, false), ("broadsheet-new-x", .file, false), (".broadsheet.json", .file, false),
    ])
    func knowsWhatAKilledRunLeft(name: String, kind: Disk.Kind, isLeftover: Bool) {
        #expect(SitePlan.isLeftover(name, kind) == isLeftover)
    }
}
