/// One thing that the user listed: where it is asked, and how what it says is treated.
package struct Source: Sendable, Hashable, Identifiable {
    package var id: SourceID
    package var provider: Provider
    /// The section that its stories stand in.
    package var section = "News"
    /// How much its stories count in the ranking; 1 is usual, 0 makes them count for nothing.
    package var weight: Double = 1
    /// Shown in place of what the source calls itself.
    package var title: String?
    /// Sent with every request to it, and to no other origin.
    package var headers: [Header] = []
    /// The most items that are taken from one answer, newest or first-listed first.
    package var limit: Int?
    /// The longest that one request may take, in place of `fetch.timeout`.
    package var timeout: Duration?
    /// The language of its stories (BCP 47), where it does not say so itself.
    package var language: String?
    package var userAgent: String?
    /// An item is kept only if one of these words stands in its title, summary or categories. Empty: all are kept.
    package var only: [String] = []
    /// An item is dropped if one of these words stands in its title, summary or categories.
    package var skip: [String] = []
    package var isPaused = false
    /// Whether its address appears in no published file, not even its host.
    package var isPrivate = false
    /// The line of the configuration on which it begins, from 1; `nil` where it stands in no file.
    package var line: Int?

    package init(id: SourceID, provider: Provider) {
        self.id = id
        self.provider = provider
    }

    /// A request header that the user set; its value may be a credential, so it can't be printed.
    package struct Header: Sendable, Hashable {
        package var name: String
        package var value: Secret

        package init(name: String, value: Secret) {
            self.name = name
            self.value = value
        }
    }
}
