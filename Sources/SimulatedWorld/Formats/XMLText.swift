/// Text as it stands in XML and HTML.
enum XMLText {
    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }

    /// An element with escaped text; nothing where there is no text.
    static func element(_ name: String, _ text: String?, _ attributes: String = "") -> String {
        guard let text else { return "" }
        let space = attributes.isEmpty ? "" : " "
        return "<\(name)\(space)\(attributes)>\(escaped(text))</\(name)>"
    }
}
