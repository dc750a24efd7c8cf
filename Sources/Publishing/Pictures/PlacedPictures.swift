/// The pictures that a page has shown: none stands on it twice.
struct PlacedPictures: Sendable {
    /// How large a picture stands on the page.
    enum Size: Sendable {
        case large, thumbnail
    }

    private var addresses: Set<String> = []

    /// Takes the picture from a story where the page has it already, so that none is counted on for its layout.
    func removeShown(from story: inout StoryView) {
        if let address = story.image, addresses.contains(address) { story.image = nil }
    }

    /// Sets a story's picture in the size of its place, or in none where the page has it already.
    mutating func place(_ size: Size?, of story: inout StoryView) {
        guard let size, let address = story.image, addresses.insert(address).inserted else {
            story.image = nil
            return
        }
        guard size == .thumbnail else { return }
        story.image = nil
        story.thumbnail = address
    }
}
