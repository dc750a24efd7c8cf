import Foundation
import NewsModel

extension SiteContext {
    /// The style sheet of the site: the theme's, the user's accent, the user's own rules.
    var styleSheet: String {
        let style = templates.text("broadsheet.css")
        var parts =
            switch site.theme {
            case .broadsheet: [CompactStyle.text(style)]
            case .compact:
                [CompactStyle.text(ThemedStyle.shared(of: style)), CompactStyle.text(templates.text("compact.css"))]
            }
        parts.append(accent)
        parts.append(site.extraCSS ?? "")
        return parts.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// The user's accent, made dark or light enough to be read where it is not.
    private var accent: String {
        guard let accent = site.accent.flatMap(Accent.init) else { return "" }
        return """
            :root { --accent: \(accent.day); }
            @supports (color: light-dark(#000, #fff)) {
                :root { --accent: light-dark(\(accent.day), \(accent.night)); }
            }

            """
    }
}

/// A style of which some parts are for the theme `broadsheet` alone: what another would only undo.
enum ThemedStyle {
    private static let beginning = "/* theme: broadsheet */"
    private static let end = "/* every theme */"

    /// What every theme has of it.
    static func shared(of style: String) -> String {
        let parts = style.components(separatedBy: beginning)
        return parts[0]
            + parts.dropFirst().map { part in part.firstRange(of: end).map { String(part[$0.upperBound...]) } ?? part }
            .joined()
    }
}
