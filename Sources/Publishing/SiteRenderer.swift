internal import Crypto
package import Foundation
package import NewsModel
import WebText

/// Makes the files of a site from values: no clock, no disk, the same bytes for the same publication.
package struct SiteRenderer: Sendable {
    private let templates: TemplateSet

    /// Raised with every change to what the same publication is rendered as, so that all editions are made anew.
    private static let version = 7

    package init(templates: TemplateSet) {
        self.templates = templates
    }

    /// - Parameters:
    ///   - directory: The user's own templates; `nil` for ours.
    ///   - language: That of the sites to be rendered.
    /// - Throws: For a template that cannot be used, naming file and line.
    package init(templates directory: URL?, language: String) throws(TemplateError) {
        self.init(templates: try TemplateSet(directory: directory, language: language))
    }

    /// What the look of every page depends on besides its edition: where it changes, all editions are rendered again.
    package func fingerprint(of site: SitePolicy) -> String {
        var bytes = templates.everything
        let parts = [
            "\(Self.version)", site.title, site.url ?? "", site.timeZone.identifier, site.language,
            site.theme.rawValue, site.accent ?? "", site.extraCSS ?? "", "\(site.showsImages)", site.content.rawValue,
            "\(site.isIndexed)",
        ]
        for part in parts { bytes += Array(part.utf8) + [0] }
        return Hex.text(SHA256.hash(data: bytes).prefix(16))
    }

    /// The whole site, as far as the publication's editions reach.
    package func parts(of publication: Publication) -> [SitePart] {
        site(publication).all
    }

    /// What shows the health of the sources, for a night whose edition is not published.
    package func healthParts(of publication: Publication) -> [SitePart] {
        site(publication).health
    }

    private func site(_ publication: Publication) -> SiteParts {
        SiteParts(context: SiteContext(publication, templates: templates), templates: templates)
    }
}
