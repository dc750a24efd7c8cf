/// A part of a template, with what stands within it.
indirect enum TemplateNode: Sendable {
    case text(String)
    /// A field that is written.
    case insertion(TemplateTag)
    /// What is shown with a field, or without it.
    case section(TemplateTag, [TemplateNode])
    /// Another template, its lines indented as the tag is where that stands alone.
    case partial(TemplateTag, indentation: String)
    /// Another template with other blocks.
    case parent(TemplateTag, blocks: [String: [TemplateNode]])
    case block(TemplateTag, [TemplateNode])
    /// What is not taken, to be refused where it is known of which file it is.
    case refused(TemplateTag)
}
