import NewsModel

extension SiteContext {
    /// The style sheet of the site: the theme's, the user's accent, the user's own rules.
    var styleSheet: String {
        var parts = [CompactStyle.text(templates.text("broadsheet.css"))]
        switch site.theme {
        case .broadsheet: break
        case .compact: parts.append(CompactStyle.text(templates.text("compact.css")))
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
