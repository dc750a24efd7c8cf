import NewsModel

extension SiteContext {
    /// The style sheet of the site: the theme's, the user's accent, the user's own rules.
    var styleSheet: String {
        var parts = [templates.text("broadsheet.css")]
        switch site.theme {
        case .broadsheet: break
        case .compact: parts.append(templates.text("compact.css"))
        }
        parts.append(accent)
        parts.append(site.extraCSS ?? "")
        return parts.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// The accent for light pages, and mixed with white for dark ones, where it would else be too dark to read.
    private var accent: String {
        guard let colour = site.accent, Self.isColour(colour) else { return "" }
        return """
            :root { --accent: \(colour); }
            @supports (color: light-dark(#000, #fff)) {
                :root { --accent: light-dark(\(colour), color-mix(in srgb, \(colour) 55%, white)); }
            }

            """
    }

    /// `#rrggbb`: the configuration says nothing else, and nothing else gets into a style sheet.
    static func isColour(_ text: String) -> Bool {
        text.utf8.count == 7 && text.hasPrefix("#") && text.dropFirst().allSatisfy(\.isHexDigit)
    }
}
