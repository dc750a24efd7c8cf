import NewsModel
import WebText

/// From where a page shows the pictures that stories name.
enum PicturePlaces: Sendable {
    /// None is shown.
    case none
    /// Each is asked for where it stands.
    case original
    /// Only copies that the site keeps, by the addresses that they were made of; `root` leads to the site's root.
    case copies([String: PictureCopy], root: String)

    /// What a page asks for to show the picture at an address; `nil` where it is not shown.
    func source(of address: WebAddress) -> String? {
        switch self {
        case .none: nil
        case .original: address.text
        case .copies(let copies, let root): copies[address.text].map { root + SitePaths.picture($0.name) }
        }
    }

    /// Whether the picture at an address is too small to be set large; of one that is no copy nobody knows.
    func isSmall(_ address: WebAddress) -> Bool {
        guard case .copies(let copies, _) = self, let copy = copies[address.text] else { return false }
        return copy.width < Self.leastWidthOfLarge
    }

    /// In pixels: half of what a column is wide.
    private static let leastWidthOfLarge = 300

    /// Whether any picture is shown.
    var areShown: Bool {
        switch self {
        case .none: false
        case .original, .copies: true
        }
    }
}

extension SiteContext {
    /// From where a page, or a feed, of an edition shows pictures; a `root` of `nil` leads nowhere, so that copies can't be
    /// shown.
    func pictures(of edition: Edition, root: String?) -> PicturePlaces {
        switch site.images {
        case .none: return .none
        case .linked: return .original
        case .copied:
            guard let root else { return .none }
            let copies = Dictionary(edition.pictures.map { ($0.address, $0) }) { first, _ in first }
            return .copies(copies, root: root)
        }
    }
}
