package import Foundation
import NewsModel
import Templates

extension TemplateSet {
    /// Files of a user's folder that take the place of nothing, although their names are near to those of ours: a
    /// sentence for each. Partials of the user's own have names of their own.
    package static func advice(about folder: URL) -> [String] {
        // A folder that can't be read is a mistake that was told.
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        let known = Set(EmbeddedTemplates.files.keys)
        return names.sorted().compactMap { name in
            guard !known.contains(name), !name.hasPrefix("."),
                let near = known.sorted().map({ ($0, EditDistance.between(plain(name), plain($0))) }).min(by: {
                    $0.1 < $1.1
                }),
                near.1 <= max(1, near.0.count / 6)
            else { return nil }
            let place = "\(folder.lastPathComponent)/\(name)"
            return "\(place) takes the place of nothing; is `\(near.0)` meant?"
        }
    }

    private static func plain(_ name: String) -> String {
        name.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
            .replacing(".html", with: ".mustache").replacing(".hbs", with: ".mustache")
    }
}
