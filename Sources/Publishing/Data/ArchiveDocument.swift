import Files
package import Foundation
package import NewsModel
import WebText

/// `archive.json`: every edition that the site has, newest first, for machines, and for whoever restores a state from it.
package enum ArchiveDocument {
    /// The file.
    package static func bytes(of archive: [ArchiveEntry]) -> [UInt8] {
        var json = JSONWriter()
        json.object { root in
            root.array("editions") { list in
                for entry in archive {
                    list.object {
                        $0.text("date", entry.date.description)
                        $0.text("generated", RFC3339.precise(entry.generated))
                        $0.number("stories", entry.stories)
                        $0.text("headline", ifAny: entry.headline)
                    }
                }
            }
        }
        return json.bytes
    }

    /// What the file in an output says; nothing where none can be read.
    package static func entries(in output: URL) -> [ArchiveEntry] {
        let file = output.appending(path: SitePaths.archiveData).path
        // A site whose list is damaged has its pages all the same.
        return (try? RegularFile.contents(of: file)).flatMap { try? entries($0) } ?? []
    }

    /// Reads the file back.
    /// - Throws: ``DocumentError`` where it is none.
    package static func entries(_ bytes: Data) throws(DocumentError) -> [ArchiveEntry] {
        try DocumentFields(json: bytes).list("editions").mapped { entry throws(DocumentError) in
            guard let date = EditionDate(try entry.text("date")) else {
                throw DocumentError("it names an edition by what is no date")
            }
            return ArchiveEntry(
                date: date, generated: try entry.instant("generated"), stories: entry.number("stories") ?? 0,
                headline: entry.optional("headline"))
        }
    }
}
