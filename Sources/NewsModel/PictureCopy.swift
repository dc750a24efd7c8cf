/// A copy of a picture that the site keeps: where it came from, the name of its file, and its size.
package struct PictureCopy: Sendable, Hashable, Codable {
    /// The address in the story.
    package let address: String
    /// The hash of its bytes and the end of its format: `3f2a….jpg`.
    package let name: String
    /// In pixels.
    package let width: Int
    package let height: Int

    package init(address: String, name: String, width: Int, height: Int) {
        self.address = address
        self.name = name
        self.width = width
        self.height = height
    }
}
