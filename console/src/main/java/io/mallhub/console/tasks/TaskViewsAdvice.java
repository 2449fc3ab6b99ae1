package io.mallhub.console.tasks;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

@ControllerAdvice("io.mallhub.console")
class TaskViewsAdvice {
    private final TaskViews views;

    TaskViewsAdvice(TaskViews views) {
        this.views = views;
    }

    @ModelAttribute("taskViews")
    TaskViews taskViews() {
        return views;
    }
}
