import Foundation

/// A story as one outlet tells it, before a provider's form is put on it.
struct Article: Sendable, Hashable {
    /// What stays the same for good, unique within the outlet.
    var id: String
    /// Where it stands, as the feed gives it.
    var link: String
    var title: String
    /// Plain text, one to three sentences.
    var summary: String
    /// Plain text.
    var paragraphs: [String]
    var author: String?
    var categories: [String]
    var published: Date?
    /// When it last changed, where it has.
    var updated: Date?
    var image: String?
    /// What follows the paragraphs as HTML, whatever the advertising department put there.
    var appendix = ""

    var html: String {
        let picture = image.map { "<figure><img src=\"\(XMLText.escaped($0))\" alt=\"\"></figure>" } ?? ""
        return picture + paragraphs.map { "<p>\(XMLText.escaped($0))</p>" }.joined() + appendix
    }
}
