/// Paths of archives of papers, in which one paper has a page, files and versions.
enum PreprintForms {
    /// Hosts, after ``AddressFormTables/otherNames``, whose paths are read here.
    static let hosts = [
        "arxiv.org", "biorxiv.org", "medrxiv.org", "openreview.net", "aclanthology.org", "preprints.org",
        "researchsquare.com", "hal.science",
    ]

    /// The path of a paper's page, without its version and the form of a file; any other path as it is.
    static func plainPath(_ path: [String], on host: String) -> [String] {
        guard let last = path.last, !last.isEmpty else { return path }
        switch host {
        case "arxiv.org":
            guard path.count > 1, arXivForms.contains(path[0]) else { return path }
            return ["abs"] + path.dropFirst().dropLast() + [withoutVersion(withoutEnding(last))]
        case "biorxiv.org", "medrxiv.org":
            // 2024.01.31.578123v2.full.pdf+html
            guard path.first == "content", let version = last.indices.last(where: { isVersionMark(at: $0, of: last) })
            else {
                return path
            }
            return path.dropLast() + [String(last[..<version])]
        case "openreview.net": return last == "pdf" ? path.dropLast() + ["forum"] : path
        case "aclanthology.org": return path.dropLast() + [withoutEnding(last)]
        case "hal.science": return [withoutVersion(path[0])] + path.dropFirst().filter { $0 != "document" }
        default:
            // /manuscript/202401.0001/v2/download
            let version = path.lastIndex { $0.first == "v" && isNumber($0.dropFirst()) }
            return version.map { $0 > 0 ? Array(path[..<$0]) : path } ?? path
        }
    }

    private static let arXivForms: Set<String> = ["abs", "pdf", "html", "format", "ps", "e-print", "src"]

    private static func withoutEnding(_ name: String) -> String {
        name.hasSuffix(".pdf") ? String(name.dropLast(4)) : name
    }

    /// `2301.00001v2` is `2301.00001`.
    private static func withoutVersion(_ name: String) -> String {
        guard let mark = name.lastIndex(of: "v"), isNumber(name[name.index(after: mark)...]),
            let before = name[..<mark].last, before.isNumber
        else { return name }
        return String(name[..<mark])
    }

    private static func isVersionMark(at index: String.Index, of name: String) -> Bool {
        name[index] == "v" && isNumber(name[name.index(after: index)...].prefix { $0 != "." })
    }

    private static func isNumber(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
    }
}
