/// Chooses which document stands for a cluster.
package enum LeadChoice {
    /// The places of some of the documents, in the order in which they have a claim to lead.
    ///
    /// A document under its own address before one whose link only sends on to it; own reporting before agency copy; then
    /// the weight of the source; then what is no echo; then how full the text is, in steps; then the earlier; then, so
    /// that the answer never depends on the input's order, by address, source and id. Copies that join later change
    /// nothing, since they are no fuller and come after.
    ///
    /// - Parameters:
    ///   - places: of the documents.
    ///   - coverage: the places of those that stand under another one's address, or only link to it: they come last.
    ///   - documents: all of them.
    ///   - isEcho: whether the source of one of the places mostly repeats others.
    /// - Returns: the places in that order.
    static func order(
        _ places: [Int], coverage: Set<Int>, of documents: [Document], isEcho: (Int) -> Bool
    ) -> [Int] {
        guard places.count > 1 else { return places }
        return places.sorted { one, other in
            let (isCoverage, otherIs) = (coverage.contains(one), coverage.contains(other))
            guard isCoverage == otherIs else { return otherIs }
            let (first, second) = (documents[one], documents[other])
            if let precedes = precedesByKind(first, second) { return precedes }
            let (isOneEcho, isOtherEcho) = (isEcho(one), isEcho(other))
            guard isOneEcho == isOtherEcho else { return isOtherEcho }
            return precedesByText(first, second)
        }
    }

    /// By what they are and whose; `nil` where both are alike.
    private static func precedesByKind(_ one: Document, _ other: Document) -> Bool? {
        if one.isSentOn != other.isSentOn { return other.isSentOn }
        if one.isAgencyCopy != other.isAgencyCopy { return other.isAgencyCopy }
        return one.weight != other.weight ? one.weight > other.weight : nil
    }

    private static func precedesByText(_ one: Document, _ other: Document) -> Bool {
        one.fullness != other.fullness ? one.fullness > other.fullness : Document.precedes(one, other)
    }
}
