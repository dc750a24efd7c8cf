/// Chooses which telling stands for a cluster.
package enum LeadChoice {
    /// The places of some of the tellings, in the order in which they have a claim to lead.
    ///
    /// Own reporting before agency copy; then the weight of the source; then how full the text is, in steps; then the
    /// earlier; then, so that the answer never depends on the input's order, by address, source and id. Copies that
    /// join later change nothing, since they are no fuller and come after.
    static func order(_ places: [Int], of tellings: [Telling]) -> [Int] {
        places.count > 1 ? places.sorted { precedes(tellings[$0], tellings[$1]) } : places
    }

    package static func precedes(_ one: Telling, _ other: Telling) -> Bool {
        if one.isAgencyCopy != other.isAgencyCopy { return other.isAgencyCopy }
        if one.weight != other.weight { return one.weight > other.weight }
        if one.fullness != other.fullness { return one.fullness > other.fullness }
        return Telling.precedes(one, other)
    }
}
