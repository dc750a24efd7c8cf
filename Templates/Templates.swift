/// The templates, style sheets and words that every site is made with unless its owner has others, embedded in the
/// binary so that one file is all there is to install.
package enum EmbeddedTemplates {
    /// Their bytes by file name. A name stands once, whatever folder it is in.
    package static let files: [String: [UInt8]] = [
        "archive-day.mustache": PackageResources.archive_day_mustache,
        "archive.mustache": PackageResources.archive_mustache,
        "banner.mustache": PackageResources.banner_mustache,
        "broadsheet.css": PackageResources.broadsheet_css,
        "compact.css": PackageResources.compact_css,
        "covered-by.mustache": PackageResources.covered_by_mustache,
        "digest-story.mustache": PackageResources.digest_story_mustache,
        "digest.mustache": PackageResources.digest_mustache,
        "edition.mustache": PackageResources.edition_mustache,
        "en.txt": PackageResources.en_txt,
        "favicon.svg": PackageResources.favicon_svg,
        "figures.mustache": PackageResources.figures_mustache,
        "foot.mustache": PackageResources.foot_mustache,
        "head.mustache": PackageResources.head_mustache,
        "headline.mustache": PackageResources.headline_mustache,
        "health-row.mustache": PackageResources.health_row_mustache,
        "health.mustache": PackageResources.health_mustache,
        "history-strip.mustache": PackageResources.history_strip_mustache,
        "kicker.mustache": PackageResources.kicker_mustache,
        "lead.mustache": PackageResources.lead_mustache,
        "left-out.mustache": PackageResources.left_out_mustache,
        "masthead.mustache": PackageResources.masthead_mustache,
        "neighbours.mustache": PackageResources.neighbours_mustache,
        "not-found.css": PackageResources.not_found_css,
        "not-found.mustache": PackageResources.not_found_mustache,
        "section-index.mustache": PackageResources.section_index_mustache,
        "section.mustache": PackageResources.section_mustache,
        "story.mustache": PackageResources.story_mustache,
        "why.mustache": PackageResources.why_mustache,
    ]
}
