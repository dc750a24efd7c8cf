import Foundation
import TestSupport
import Testing

@testable import Publishing

@Suite struct TemplateExportTests {
    @Test func writesAllThatASiteIsMadeWithOnce() throws {
        let folder = try TemporaryDirectory()
        let target = folder.url.appending(path: "a/Templates")
        let names = try TemplateExport.write(to: target, overwriting: false)
        #expect(names.contains("story.mustache") && names.contains("broadsheet.css") && names.contains("ar.txt"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: target.path).sorted() == names)
        #expect(try TemplateExport.write(to: folder.url.appending(path: "a/Templates"), overwriting: false) == [])
    }

    @Test func givesTheSameSiteAsWithoutThem() throws {
        let folder = try TemporaryDirectory()
        _ = try TemplateExport.write(to: folder.url, overwriting: false)
        let own = try SiteRenderer(templates: folder.url, language: "en").render(Samples.publication())
        #expect(try own == SiteRenderer(templates: nil, language: "en").render(Samples.publication()))
    }

    @Test func keepsWhatTheUserChangedUnlessToldOtherwise() throws {
        let folder = try TemporaryDirectory()
        try folder.write("mine", to: "story.mustache")
        let error = #expect(throws: PublishingError.self) {
            try TemplateExport.write(to: folder.url, overwriting: false)
        }
        #expect(error?.description.contains("holds story.mustache already") == true)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["story.mustache"])
        #expect(try TemplateExport.write(to: folder.url, overwriting: true).contains("story.mustache"))
        #expect(try folder.read("story.mustache") != "mine")
    }

    @Test func saysThatAFileIsInTheWay() throws {
        let folder = try TemporaryDirectory()
        let file = try folder.write("", to: "Templates")
        let error = #expect(throws: PublishingError.self) {
            try TemplateExport.write(to: URL(filePath: file), overwriting: true)
        }
        #expect(error?.description.contains("is no folder") == true)
    }
}

/// `docs/templates.md` lists every field of every view, and no other.
@Suite struct TemplateDocumentTests {
    private static let document: String = {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../docs/templates.md")
        return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    }()

    @Test(arguments: TemplateFields.views.keys.sorted())
    func listsTheFieldsOf(view: String) throws {
        let kinds = try #require(TemplateFields.views[view]).kinds
        let start = try #require(Self.document.range(of: "\n### `\(view)`"))
        let section = Self.document[start.upperBound...].prefix(while: { $0 != "#" })
        let rows = section.split(separator: "\n").filter { $0.hasPrefix("| `") }
        let named = rows.flatMap { row in
            (row.split(separator: "|").first ?? "").matches(of: /`([A-Za-z]+)`/).map { String($0.1) }
        }
        #expect(named.sorted() == kinds.keys.sorted())
        for row in rows {
            let cells = row.split(separator: "|")
            for match in cells[0].matches(of: /`([A-Za-z]+)`/) {
                guard case .html? = kinds[String(match.1)] else { continue }
                #expect(cells[1].contains("**HTML**"), "\(match.1)")
            }
        }
    }

    @Test(arguments: TemplateFields.pages.keys.sorted())
    func namesTheTemplateOf(page: String) {
        #expect(Self.document.contains("| `\(page).mustache` |"))
    }
}
