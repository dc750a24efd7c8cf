/// Paths of archives of papers, in which one paper has a page, files and versions.
enum PreprintForms {
    /// Hosts, after ``AddressFormTables/otherNames``, whose paths are read here.
    static let hosts = [
        "arxiv.org", "biorxiv.org", "medrxiv.org", "openreview.net", "aclanthology.org", "preprints.org",
        "researchsquare.com", "hal.science", "doi.org", "ncbi.nlm.nih.gov", "zenodo.org",
    ]

    /// The path of a paper's page, without its version and the form of a file; any other path as it is.
    static func plainPath(_ path: [String], on host: String) -> [String] {
        guard let last = path.last, !last.isEmpty else { return path }
        switch host {
        case "arxiv.org":
            guard path.count > 1, arXivForms.contains(path[0]) else { return path }
            return ["abs"] + path.dropFirst().dropLast() + [withoutVersion(withoutEnding(last))]
        case "biorxiv.org", "medrxiv.org":
            return ofColdSpringHarbor(path)
        // Letters of a DOI are the same in both cases (DOI Handbook §2.4).
        case "doi.org": return path.map { $0.lowercased() }
        case "zenodo.org": return path.first == "record" ? ["records"] + path.dropFirst() : path
        case "openreview.net": return last == "pdf" ? path.dropLast() + ["forum"] : path
        case "aclanthology.org": return path.dropLast() + [withoutEnding(last)]
        case "hal.science": return [withoutVersion(path[0])] + path.dropFirst().filter { $0 != "document" }
        default:
            // /manuscript/202401.0001/v2/download
            let version = path.lastIndex { $0.first == "v" && isNumber($0.dropFirst()) }
            return version.map { $0 > 0 ? Array(path[..<$0]) : path } ?? path
        }
    }

    /// `content/10.1101/2024.01.31.578123v2.full.pdf+html`, and what its feeds and its search have in place of `content`:
    /// `cgi/content/short/2024.01.31.578123v1`, `content/early/2024/01/31/2024.01.31.578123`. The number alone names the
    /// paper; the prefix of its DOI changed with the owner of the archive.
    private static func ofColdSpringHarbor(_ path: [String]) -> [String] {
        let rest = path.first == "cgi" ? path.dropFirst() : path[...]
        guard rest.count > 2, rest.first == "content" || path.first == "lookup", let last = path.last else {
            return path
        }
        let first = rest[rest.startIndex + 1]
        guard first.hasPrefix("10.") || path.first == "cgi" || first == "early" || first == "doi" else { return path }
        let number = last.prefix { $0.isNumber || $0 == "." || $0 == "v" }
        let plain = withoutVersion(
            number.split(separator: ".").prefix { $0.first?.isNumber == true }.joined(separator: "."))
        return plain.isEmpty ? path : ["content", "10.1101", plain]
    }

    /// The page of a paper to which another address of it leads: an arXiv DOI (`10.48550/arXiv.…`, since 2022), the numbers
    /// that DataCite gives to Zenodo's records, and the former addresses of PubMed and PubMed Central.
    static func page(of path: [String], on host: String) -> String? {
        switch host {
        case "doi.org":
            guard path.count > 1 else { return nil }
            let name = path.dropFirst().joined(separator: "/").lowercased()
            if path[0] == "10.48550", name.hasPrefix("arxiv.") { return "https://arxiv.org/abs/\(name.dropFirst(6))" }
            if path[0] == "10.5281", name.hasPrefix("zenodo.") {
                return "https://zenodo.org/records/\(name.dropFirst(7))"
            }
            return nil
        case "ncbi.nlm.nih.gov":
            guard path.count > 1 else { return nil }
            if path[0] == "pubmed", isNumber(path[1][...]) { return "https://pubmed.ncbi.nlm.nih.gov/\(path[1])" }
            return path[0] == "pmc" ? "https://pmc.ncbi.nlm.nih.gov/\(path.dropFirst().joined(separator: "/"))" : nil
        default: return nil
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
