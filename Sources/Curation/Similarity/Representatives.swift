/// Chooses which members of a group are compared with others in words.
///
/// What is one story already is not compared with itself, and hundreds of documents of it are no better measure of what
/// it says than some of each source.
enum Representatives {
    /// The most documents that stand for a group, and of one source among them.
    static let mostOfGroup = 32
    static let mostOfSource = 8

    /// Those of some documents that stand for their groups, in order.
    static func of(_ places: [Int], among documents: [Document], in merger: Merger) -> [Int] {
        var bySource: [Owner: Int] = [:]
        var byGroup: [Int: Int] = [:]
        return places.filter { place in
            let root = merger.root(of: place)
            guard merger.count(of: root) > mostOfSource else { return true }
            let owner = Owner(group: root, source: documents[place].source)
            guard byGroup[root, default: 0] < mostOfGroup, bySource[owner, default: 0] < mostOfSource else {
                return false
            }
            byGroup[root, default: 0] += 1
            bySource[owner, default: 0] += 1
            return true
        }
    }

    private struct Owner: Hashable {
        let group: Int
        let source: String
    }
}
