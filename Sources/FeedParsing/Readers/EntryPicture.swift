/// The picture that stands for an entry: of those that its elements name the widest that is no larger than a page needs,
/// as far as they say how wide they are, else the first.
struct EntryPicture {
    private(set) var address: String?
    private var rank = -1

    /// Takes a picture if it is better than the one before; `width` is in pixels, as the feed says it (Media RSS, `width`).
    mutating func take(_ address: String, width: Int?, isThumbnail: Bool) {
        let rank = width.map(Self.rank) ?? (isThumbnail ? 0 : Self.usualWidth)
        guard rank > self.rank, !Self.isPortrait(address) else { return }
        (self.address, self.rank) = (address, rank)
    }

    /// What is wider than any page costs its readers more than it shows them.
    private static func rank(width: Int) -> Int { min(width, mostWidth * mostWidth / width) }

    private static let mostWidth = 2000
    /// What a file has that does not say it.
    private static let usualWidth = 500

    /// Whether it shows who wrote the entry, as the first picture of many blogs does.
    private static func isPortrait(_ address: String) -> Bool { address.contains("gravatar.com/avatar") }

    /// Whether a file is a picture: by its media type, or by the end of its path where that says nothing.
    static func isPicture(_ address: String, type: String?) -> Bool {
        if let type, !type.isEmpty, !type.hasPrefix("application/octet-stream") { return type.hasPrefix("image") }
        let path = address.prefix { $0 != "?" && $0 != "#" }
        guard let dot = path.lastIndex(of: ".") else { return false }
        return endings.contains(path[path.index(after: dot)...].lowercased())
    }

    private static let endings: Set<String> = ["jpg", "jpeg", "png", "gif", "webp", "avif"]
}
