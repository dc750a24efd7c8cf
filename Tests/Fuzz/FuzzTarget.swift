/// Something that reads what others wrote.
struct FuzzTarget: Sendable {
    let name: String
    /// Sound documents, of which broken ones are made.
    let corpus: [[UInt8]]
    /// Reads a document, of the given number; says which rule of the target it breaks.
    let fault: @Sendable ([UInt8], Int) async -> String?

    /// All of them; `folder` holds the fixtures of feeds.
    static func all(feeds folder: String) throws -> [FuzzTarget] {
        [
            try feed(folder), json, html, date, address, configuration, template, edition, record, provider, list, page,
            curation, site, response, coding, picture,
        ]
    }

    static func texts(_ texts: [String]) -> [[UInt8]] { texts.map { Array($0.utf8) } }
}
